/** Contestant (b): DuckDB over a wide table, in this process. */
import { DOUBLE, type DuckDBConnection, DuckDBDataChunk, DuckDBInstance, VARCHAR } from "@duckdb/node-api";
import type { CompiledSet } from "@opendti/engine";
import type { OtherScores } from "./compare.js";
import type { Campaign } from "./generate.js";
import { columnName, quoted, type ScoringQuery, scoringQuery, tableFacts } from "./sql.js";

/** Rows of one data chunk of DuckDB. */
const VECTOR = 2048;

const WIDE = "wide";

/** Ways of running the query. DuckDB enters the contest with whichever is fastest. */
export type Way = "create" | "insert";

export class DuckTable {
  readonly query: ScoringQuery;

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

  /** Milliseconds of each run of the query into a table `result`; the first two runs are left out. */
  async time(runs: number, threads: number, way: Way): Promise<number[]> {
    await this.connection.run(`SET threads = ${threads}`);
    const create = `CREATE OR REPLACE TABLE result AS ${this.query.text}`;
    await this.connection.run(create);
    const prepared =
      way === "insert" ? await this.connection.prepare(`INSERT INTO result ${this.query.text}`) : undefined;
    const times: number[] = [];
    for (let run = 0; run < runs + 2; run += 1) {
      if (prepared) await this.connection.run("TRUNCATE result");
      const start = performance.now();
      if (prepared) await prepared.run();
      else await this.connection.run(create);
      times.push(performance.now() - start);
    }
    prepared?.destroySync();
    return times.slice(2);
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
    this.connection.closeSync();
    this.instance.closeSync();
  }
}

/** The script of a process that reads a wide CSV, scores it and writes a CSV. */
export function csvScript(set: CompiledSet, input: string, output: string): string {
  const types = columnTypes(set).map((column) => {
    const [, name = "", type = ""] = /^(.*) ([A-Z]+)$/.exec(column) ?? [];
    return `'${name.replaceAll('"', "")}': '${type}'`;
  });
  return [
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
