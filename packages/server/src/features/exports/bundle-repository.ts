/** What a result bundle is made of beside the results themselves. */
import type {
  AuditBatch,
  AuditPart,
  BundleSource,
  EvidenceReference,
  UnitEvidence,
} from "@opendti/documents";
import { type RawBuilder, sql } from "kysely";
import type { Connection } from "../../database/connection.js";
import type { EvidenceItem } from "../evidence/repository.js";

interface BundleRunRow {
  readonly set: BundleSource["set"];
  readonly input: Buffer;
  readonly inputHash: string;
  readonly units: number;
}

/** The run's own document, and the set that its campaign was scored by. */
export async function findBundleRun(db: Connection, runId: string): Promise<BundleRunRow> {
  const row = await db
    .selectFrom("run as r")
    .innerJoin("campaign as c", "c.id", "r.campaign_id")
    .innerJoin("indicator_set as s", (join) =>
      join.onRef("s.id", "=", "c.set_id").onRef("s.version", "=", "c.set_version"),
    )
    .where("r.id", "=", runId)
    .select(["r.input", "r.input_hash", "r.units", "s.id", "s.version", "s.title", "s.source"])
    .executeTakeFirstOrThrow();
  return {
    set: { id: row.id, version: row.version, title: row.title, text: row.source },
    input: row.input,
    inputHash: row.input_hash,
    units: row.units,
  };
}

const UNITS = 200;

/**
 * Declared evidence as it stood at a moment, of those who submitted: what each piece is and its hash, without bytes,
 * names of files and people, and without what somebody wrote about it.
 */
export async function* streamEvidence(db: Connection, runId: string, at: Date): AsyncGenerator<UnitEvidence> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const { rows } = await sql<{ unit_id: string; pieces: { code: string; item: EvidenceItem }[] | null }>`
      select r.unit_id, (
        select json_agg(json_build_object('code', e.code, 'item', h.item) order by e.code, e.place, e.id)
        from evidence e
        join lateral (
          select item from evidence_history h where h.evidence_id = e.id and h.at <= ${at}
          order by h.version desc limit 1
        ) h on h.item is not null
        where e.assessment_id = r.assessment_id and e.query_id is null
      ) as pieces
      from run_result r
      where r.run_id = ${runId} and r.submitted and r.unit_id > ${after}::uuid
      order by r.unit_id limit ${UNITS}`.execute(db);
    for (const { unit_id: unit, pieces } of rows)
      if (pieces !== null) yield { unit, evidence: pieces.map(({ code, item }) => referenceOf(code, item)) };
    if (rows.length < UNITS) return;
    after = rows.at(-1)?.unit_id ?? after;
  }
}

function referenceOf(code: string, item: EvidenceItem): EvidenceReference {
  const place = { code, page: item.page, section: item.section };
  switch (item.kind) {
    case "document": {
      const { kind, number, symbol, date, issuer } = item;
      return { ...place, kind, number, symbol, date, issuer };
    }
    case "link":
      return { ...place, kind: "link", url: item.url };
    case "file": {
      const { kind, hash, mediaType, size } = item;
      return { ...place, kind, sha256: hash, mediaType, bytes: size };
    }
  }
}

/** So many seals are told of; between a compilation and its publication lie some hundreds. */
const MOST_SEALS = 5_000;

/** The newest seal of the audit log, and those from one moment until what happened at another is sealed. */
export async function findSeals(
  db: Connection,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<AuditPart> {
  const [head] = await seals(db, sql`order by b.number desc limit 1`);
  const batches = await seals(
    db,
    sql`where b.sealed_at >= ${from}
      and b.number <= coalesce((select min(n.number) from audit_batch n where n.sealed_at >= ${to}), b.number)
      order by b.number limit ${MOST_SEALS}`,
  );
  return {
    head: head === undefined ? null : { number: head.number, hash: head.hash, sealedAt: head.sealedAt },
    batches,
  };
}

async function seals(db: Connection, which: RawBuilder<unknown>): Promise<AuditBatch[]> {
  const { rows } = await sql<
    Record<"number" | "from" | "to" | "events" | "previous" | "hash", string> & { at: Date }
  >`
    select b.number::text, b.from_xact::text as from, b.to_xact::text as to, b.events::text,
      b.previous_hash as previous, b.hash, b.sealed_at as at from audit_batch b ${which}`.execute(db);
  return rows.map((row) => ({
    number: row.number,
    fromXact: row.from,
    toXact: row.to,
    events: row.events,
    previousHash: row.previous,
    hash: row.hash,
    sealedAt: row.at.toISOString(),
  }));
}
