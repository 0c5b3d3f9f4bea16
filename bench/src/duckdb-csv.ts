/**
 * DuckDB's command line of the contest, a fresh process: reads a wide CSV, runs the query, writes a CSV.
 * `node duckdb-csv.js script.sql`; the script is prepared beforehand, so that this process loads DuckDB and nothing else.
 */
import { readFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";

const [script = ""] = process.argv.slice(2);
const instance = await DuckDBInstance.create(":memory:");
const connection = await instance.connect();
await connection.run(readFileSync(script, "utf8"));
connection.closeSync();
instance.closeSync();
