/** What an import answers with, tried or done. */
import { z } from "zod";
import type { CellProblem } from "./table.js";

const facts = z.record(z.string(), z.string().nullable());

export const importReportSchema = z.object({
  /** Whether the changes are stored: asked for, and no problem stood. */
  applied: z.boolean(),
  changes: z.array(
    z.object({
      row: z.int(),
      action: z.enum(["create", "change", "same"]),
      code: z.string(),
      name: z.string(),
      before: facts.optional(),
      after: facts.optional(),
    }),
  ),
  problems: z.array(z.object({ sheet: z.string(), cell: z.string(), message: z.string() })),
});

/** Facts before or after, by the name they have in the interface. */
export type Facts = Readonly<Record<string, string | null>>;

export interface RowChange {
  readonly row: number;
  readonly action: "create" | "change" | "same";
  readonly code: string;
  readonly name: string;
  /** Only what changes. */
  readonly before?: Facts;
  readonly after?: Facts;
}

export interface ImportReport {
  readonly applied: boolean;
  readonly changes: readonly RowChange[];
  readonly problems: readonly CellProblem[];
}
