/**
 * The client, a process of its own: `node deadline-client.js WORLD.json`, jobs and results over IPC. Every connection
 * works for units of its own, so that no two save in one assessment at once; versions are remembered from job to job.
 */
import { readFileSync } from "node:fs";
import { Connection } from "./deadline-connection.js";
import type { Contestant, Declarer, Field, Job, JobResult, World } from "./deadline-world.js";
import { random } from "./generate.js";

const world = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as World;

/** Versions of answers, where they are not 1. */
const versions: Record<Contestant, Map<string, number>> = { opendti: new Map(), bare: new Map() };
let jobs = 0;

process.on("message", (job: Job) => {
  void work(job).then((result) => process.send?.(result));
});

async function work(job: Job): Promise<JobResult> {
  jobs += 1;
  const cpu = process.cpuUsage();
  const latencies: number[] = [];
  const errors: Record<string, number> = {};
  let bytes = 0;
  const start = performance.now();
  const end = start + job.milliseconds;
  const one = async (place: number): Promise<void> => {
    const connection = new Connection(job.ports[place % job.ports.length] ?? 0);
    const next = random(jobs * 1000 + place);
    while (performance.now() < end) {
      const asked = ask(job, place, next);
      const sent = performance.now();
      const answer = await connection.ask(asked.request);
      const took = performance.now() - sent;
      if (answer instanceof Error || answer.status !== 200) {
        const why = answer instanceof Error ? answer.message : String(answer.status);
        errors[why] = (errors[why] ?? 0) + 1;
        if (answer instanceof Error) break;
        continue;
      }
      asked.done();
      latencies.push(took);
      bytes += answer.bytes;
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: job.connections }, (_, place) => one(place)));
  const seconds = (performance.now() - start) / 1000;
  const used = process.cpuUsage(cpu);
  return {
    seconds,
    latencies: Float64Array.from(latencies),
    errors,
    bytes,
    clientCpu: (used.user + used.system) / 1e6,
  };
}

interface Asked {
  readonly request: string;
  /** Called when the answer is right. */
  readonly done: () => void;
}

function ask(job: Job, place: number, next: () => number): Asked {
  const { declarers } = world;
  const halves = job.half === undefined ? 1 : 2;
  const shares = Math.floor(declarers.length / halves / job.connections);
  const first = (job.half ?? 0) * shares * job.connections;
  const declarer = declarers[first + Math.floor(next() * shares) * job.connections + place] as Declarer;
  if (job.operation === "read") return get(`/api/v1/assessments/${declarer.assessment}`, declarer);
  // As browsers ask.
  if (job.operation === "ranking")
    return get(`/api/v1/campaigns/${world.campaign}/results`, declarer, "accept-encoding: gzip\r\n");
  const field = world.fields[Math.floor(next() * world.fields.length)] as Field;
  const known = versions[job.contestant];
  const name = `${declarer.assessment} ${field.code} ${field.input}`;
  const version = known.get(name) ?? 1;
  // Never the number that stands there: that would be no change.
  const body = JSON.stringify({ value: String(10_000 + version * 10 + Math.floor(next() * 10)) });
  return {
    request:
      `PUT /api/v1/assessments/${declarer.assessment}/answers/${field.code}/${field.input} HTTP/1.1\r\n` +
      `host: 127.0.0.1\r\n${cookie(declarer)}\r\nx-csrf-token: ${declarer.csrfToken}\r\nif-match: "${version}"\r\n` +
      `content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    done: () => known.set(name, version + 1),
  };
}

function get(address: string, declarer: Declarer, headers = ""): Asked {
  return {
    request: `GET ${address} HTTP/1.1\r\nhost: 127.0.0.1\r\n${headers}${cookie(declarer)}\r\n\r\n`,
    done: () => undefined,
  };
}

const cookie = ({ token }: { readonly token: string }): string => `cookie: opendti_session=${token}`;
