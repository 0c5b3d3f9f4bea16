/**
 * What one would write who needed nothing else: Fastify and `pg`. A save looks up the session, updates the answer where
 * its version is the one seen, and appends to the log, in one transaction; a read looks up the session and gives the
 * rows. A process of its own: `node deadline-bare.js PORT`, with DATABASE_URL and DATABASE_CONNECTIONS.
 */
import { createHash } from "node:crypto";
import Fastify, { type FastifyRequest } from "fastify";
import pg from "pg";
import { BARE_SCHEMA } from "./deadline-world.js";

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.DATABASE_CONNECTIONS),
});
const app = Fastify();

interface Save {
  Params: { id: string; code: string; input: string };
  Body: { value: string };
}

const SESSION = `select s.account_id from session s
  where s.token_hash = $1 and s.ended_at is null and s.expires_at > now()`;

function tokenHash({ headers }: FastifyRequest): Buffer {
  const token = /opendti_session=([^;]+)/.exec(headers.cookie ?? "")?.[1] ?? "";
  return createHash("sha256").update(token).digest();
}

app.put<Save>("/api/v1/assessments/:id/answers/:code/:input", async (request, reply) => {
  const { id, code, input } = request.params;
  const seen = Number(request.headers["if-match"]?.replaceAll('"', ""));
  const client = await pool.connect();
  try {
    await client.query("begin");
    const session = await client.query<{ account_id: string }>(SESSION, [tokenHash(request)]);
    const by = session.rows[0]?.account_id;
    const stored =
      by === undefined
        ? undefined
        : await client.query<{ version: number; at: Date }>(
            `update ${BARE_SCHEMA}.answer set value = $1, version = version + 1, by_id = $2, at = now()
             where assessment_id = $3 and code = $4 and input = $5 and version = $6 returning version, at`,
            [JSON.stringify(request.body.value), by, id, code, input, seen],
          );
    const row = stored?.rows[0];
    if (row === undefined) {
      await client.query("rollback");
      return await reply.code(by === undefined ? 401 : 412).send({});
    }
    const after = JSON.stringify({ code, input, value: request.body.value, version: row.version });
    await client.query(
      `insert into ${BARE_SCHEMA}.audit_event (at, account_id, address, action, subject_type, subject_id, after)
       values (now(), $1, $2, 'answer.save', 'assessment', $3, $4)`,
      [by, request.ip, id, after],
    );
    await client.query("commit");
    return { code, input, value: request.body.value, version: row.version, by, at: row.at };
  } finally {
    client.release();
  }
});

app.get<{ Params: { id: string } }>("/api/v1/assessments/:id", async (request, reply) => {
  const session = await pool.query(SESSION, [tokenHash(request)]);
  if (session.rows.length === 0) return reply.code(401).send({});
  const { id } = request.params;
  const assessment = await pool.query("select * from assessment where id = $1", [id]);
  const answers = await pool.query(
    `select code, input, value, version, by_id, at from ${BARE_SCHEMA}.answer where assessment_id = $1`,
    [id],
  );
  const evidence = await pool.query(
    "select id, code, version, item, by_id, at from evidence where assessment_id = $1 and removed_at is null",
    [id],
  );
  return { ...assessment.rows[0], answers: answers.rows, evidence: evidence.rows };
});

app.get<{ Params: { id: string } }>("/api/v1/campaigns/:id/results", async (request, reply) => {
  const session = await pool.query(SESSION, [tokenHash(request)]);
  if (session.rows.length === 0) return reply.code(401).send({});
  const results = await pool.query(
    `select r.unit_id, r.unit_name, r.group_code, r.rank, r.total, r.max, r.level
     from run_result r join run on run.id = r.run_id
     where run.campaign_id = $1 and run.state = 'published' order by r.group_code, r.rank`,
    [request.params.id],
  );
  return { items: results.rows };
});

await app.listen({ port: Number(process.argv[2]), host: "127.0.0.1" });
