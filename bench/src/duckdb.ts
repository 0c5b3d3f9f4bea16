/** Contestant (b): DuckDB over a wide table, in this process. */
import { availableParallelism } from "node:os";
import {
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBPreparedStatement,
  VARCHAR,
} from "@duckdb/node-api";
import type { CompiledSet } from "@opendti/engine";
import type { OtherScores } from "./compare.js";
import type { Campaign } from "./generate.js";
import { columnName, quoted, type ScoringQuery, scoringQuery, tableFacts } from "./sql.js";
import { timed } from "./statistics.js";

/** Rows of one data chunk of DuckDB. */
const VECTOR = 2048;

const WIDE = "wide";

/** A way of running the query. DuckDB enters the contest with whichever is fastest. */
export interface Way {
  readonly name: string;
  readonly threads: number;
  /** Planned beforehand, and inserted into a table that is there. */
  readonly prepared: boolean;
}

const THREADS = availableParallelism();

export const WAYS: readonly Way[] = [
  { name: `${THREADS} threads`, threads: THREADS, prepared: false },
  { name: "1 thread", threads: 1, prepared: false },
  { name: `${THREADS} threads, prepared`, threads: THREADS, prepared: true },
  { name: "1 thread, prepared", threads: 1, prepared: true },
];

export class DuckTable {
  readonly query: ScoringQuery;
  private prepared: DuckDBPreparedStatement | undefined;

  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
    private readonly campaign: Campaign,
  ) {
    this.query = scoringQuery(campaign.set, WIDE);
  }

  /** Loads a campaign into a table. */
  static async load(campaign: Campaign): Promise<DuckTable> {
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    const { set, units, groups } = campaign;
    const facts = tableFacts(set);
    await connection.run(`CREATE TABLE ${WIDE} (${columnTypes(set).join(", ")})`);
    const types = [VARCHAR, VARCHAR, ...facts.map(() => DOUBLE)];
    const appender = await connection.createAppender(WIDE);
    for (let from = 0; from < units.length; from += VECTOR) {
      const to = Math.min(units.length, from + VECTOR);
      const chunk = DuckDBDataChunk.create(types, to - from);
      const columns = facts.map(({ slot }) => {
        const column = campaign.columns[slot]?.subarray(from, to) ?? [];
        return Array.from(column, (value) => (Number.isNaN(value) ? null : value));
      });
      chunk.setColumns([units.slice(from, to), groups.slice(from, to), ...columns]);
      appender.appendDataChunk(chunk);
    }
    appender.closeSync();
    return new DuckTable(instance, connection, campaign);
  }

  /** Milliseconds of one run of the query into a table. */
  async run(way: Way): Promise<number> {
    await this.connection.run(`SET threads = ${way.threads}`);
    const create = `CREATE OR REPLACE TABLE result AS ${this.query.text}`;
    if (!way.prepared) return timed(() => this.connection.run(create));
    if (!this.prepared) {
      await this.connection.run(create);
      await this.connection.run("CREATE TABLE kept AS FROM result LIMIT 0");
      this.prepared = await this.connection.prepare(`INSERT INTO kept ${this.query.text}`);
    }
    const { prepared } = this;
    await this.connection.run("TRUNCATE kept");
    return timed(() => prepared.run());
  }

  /** The scores of the last run. */
  async scores(): Promise<OtherScores> {
    const { units, set } = this.campaign;
    const columns = ["unit", ...this.query.nodes.map((node) => quoted(node.key)), "total", "rank"];
    const reader = await this.connection.runAndReadAll(`SELECT ${columns.join(", ")} FROM result`);
    const [names = [], ...numbers] = reader.getColumns();
    const place = new Map(units.map((unit, row) => [unit, row]));
    const rows = names.map((name) => place.get(String(name)) ?? -1);
    if (rows.length !== units.length || rows.includes(-1))
      throw new Error("DuckDB gave other units than it was given");
    const [totals, ranks] = numbers.splice(-2).map((column) => inOrder(column, rows));
    const scores: (Float64Array | undefined)[] = set.nodes.map(() => undefined);
    for (const [index, node] of this.query.nodes.entries())
      scores[node.index] = inOrder(numbers[index] ?? [], rows);
    if (!totals || !ranks) throw new Error("DuckDB gave no totals");
    return { scores, total: totals, rank: ranks };
  }

  close(): void {
    this.prepared?.destroySync();
    this.connection.closeSync();
    this.instance.closeSync();
  }
}

/** The script of a process that reads a wide CSV, scores it and writes a CSV. */
export function csvScript(set: CompiledSet, input: string, output: string, threads?: number): string {
  const types = columnTypes(set).map((column) => {
    const [, name = "", type = ""] = /^(.*) ([A-Z]+)$/.exec(column) ?? [];
    return `'${name.replaceAll('"', "")}': '${type}'`;
  });
  return [
    "SET preserve_insertion_order = false;",
    ...(threads === undefined ? [] : [`SET threads = ${threads};`]),
    `CREATE TABLE ${WIDE} AS FROM read_csv('${input}', header = true, auto_detect = false, columns = {${types.join(", ")}});`,
    `COPY (${scoringQuery(set, WIDE).text}) TO '${output}' (FORMAT csv, HEADER);`,
  ].join("\n");
}

function columnTypes(set: CompiledSet): string[] {
  return [
    "unit VARCHAR",
    "grp VARCHAR",
    ...tableFacts(set).map((fact) => `${quoted(columnName(set, fact))} DOUBLE`),
  ];
}

/** A column of DuckDB's answer, by row of the campaign. */
function inOrder(column: readonly unknown[], rows: readonly number[]): Float64Array {
  const ordered = new Float64Array(rows.length);
  for (const [index, row] of rows.entries()) ordered[row] = Number(column[index]);
  return ordered;
}
