/** How columns of PostgreSQL come out of Kysely and go in. */
import type { ColumnType } from "kysely";

/** Read as Date; written as Date or ISO text. */
export type Timestamp = ColumnType<Date, Date | string, Date | string>;
export type OptionalTimestamp = ColumnType<
  Date | null,
  Date | string | null | undefined,
  Date | string | null
>;
export type GeneratedTimestamp = ColumnType<Date, Date | string | undefined, Date | string>;
/** A calendar day, `YYYY-MM-DD`, never a moment: the connection reads it as text. */
export type Day = string;
/** Any JSON value; written as JSON text. */
export type Json = ColumnType<unknown, string | null | undefined, string | null>;
