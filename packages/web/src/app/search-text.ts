/**
 * The part of an address after "?". As the router writes it, but for the place that is open in an assessment: `at` is a
 * code as the decision prints it (`?at=1.2`), never a number, and people pass such addresses on.
 */
import { defaultParseSearch, defaultStringifySearch } from "@tanstack/react-router";

/** Reads what {@link writtenSearch} writes, and `at` in quotation marks as earlier addresses have it. */
export function readSearch(text: string): Record<string, unknown> {
  const at = new URLSearchParams(text).get("at");
  const search = defaultParseSearch(text) as Record<string, unknown>;
  return at === null ? search : { ...search, at: at.replace(/^"(.*)"$/, "$1") };
}

/** The search of a page, from "?" on; empty when there is none. */
export function writtenSearch({ at, ...search }: Record<string, unknown>): string {
  if (typeof at !== "string") return defaultStringifySearch({ ...search, at });
  const rest = defaultStringifySearch(search);
  return `${rest === "" ? "?" : `${rest}&`}at=${encodeURIComponent(at)}`;
}
