/** Cursor pages: `?limit=&cursor=` in, `{items, next}` out. A cursor is the sort key of the last row, opaque to clients. */
import { z } from "zod";
import { Problem } from "./problem.js";

export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
});

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable() });

export interface Page<T> {
  readonly items: T[];
  readonly next: string | null;
}

/** The sort key after which the page starts; undefined for the first page. */
export function readCursor(cursor: string | undefined, parts: number): string[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(key) && key.length === parts && key.every((part) => typeof part === "string"))
      return key;
  } catch {
    // Not one of ours; answered below.
  }
  throw new Problem("request-invalid", { vi: "cursor không đúng", en: "not a cursor of this list" });
}

/** @param rows up to `limit + 1` rows: the one too many says that there are more. */
export function page<T>(rows: readonly T[], limit: number, key: (row: T) => readonly string[]): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items, next: more ? Buffer.from(JSON.stringify(key(last))).toString("base64url") : null };
}
