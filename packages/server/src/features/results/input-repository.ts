/** What results were scored from, as it is stored. */
import type { Connection, Work } from "../../database/connection.js";
import type { StoredValue } from "../answers/repository.js";
import type { AnswerValue } from "../assessments/scoring.js";
import type { RunUnit } from "../runs/input.js";

export type InputUnit = Pick<RunUnit, "unit" | "group" | "answers" | "adjustments">;

/** The document that a run was scored from, gzipped. */
export async function storedInput(db: Connection | Work, runId: string): Promise<Buffer | undefined> {
  const row = await db.selectFrom("run").where("id", "=", runId).select("input").executeTakeFirst();
  return row?.input;
}

/** What the units with an imported result declared in that campaign; none when nothing was entered. */
export async function declaredUnits(db: Connection | Work, campaignId: string): Promise<InputUnit[]> {
  const rows = await db
    .selectFrom("result as r")
    .innerJoin("unit as u", "u.id", "r.unit_id")
    .innerJoin("assessment as a", (join) =>
      join.onRef("a.campaign_id", "=", "r.campaign_id").onRef("a.unit_id", "=", "r.unit_id"),
    )
    .innerJoin("answer as w", "w.assessment_id", "a.id")
    .where("r.campaign_id", "=", campaignId)
    .where("w.value", "is not", null)
    .select(["r.unit_id", "u.name", "r.group_code", "w.code", "w.input", "w.value"])
    .execute();
  const units = new Map<string, InputUnit & { readonly answers: AnswerValue[] }>();
  for (const { unit_id, name, group_code, code, input, value } of rows) {
    const unit = units.get(unit_id) ?? {
      unit: { id: unit_id, name },
      group: group_code,
      answers: [],
      adjustments: [],
    };
    units.set(unit_id, unit);
    unit.answers.push({ code, input, value: value as StoredValue });
  }
  return [...units.values()];
}
