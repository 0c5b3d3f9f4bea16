/** How the fields that were saved are called in their set: the log itself holds the code and the input's id alone. */
import type { CompiledSet } from "@opendti/engine";
import type { Call } from "../../http/call.js";
import { loadSetOf } from "../assessments/load-set.js";
import { type AuditLine, setsOf } from "./repository.js";

/** A saved field, as its event names it. */
interface SavedField {
  readonly code: string;
  readonly input: string;
}

/** The labels of the saved fields of these events, by the event's id; what no set names has none. */
export async function fieldLabels(call: Call, events: readonly AuditLine[]): Promise<Map<string, string>> {
  const saves = events.flatMap(({ id, subject, action, after }) => {
    const field = action === "answer.save" && subject.type === "assessment" ? savedField(after) : undefined;
    return field === undefined ? [] : [{ event: id, assessment: subject.id, field }];
  });
  const sets = await setsOf(call.db, [...new Set(saves.map(({ assessment }) => assessment))]);
  const labels = new Map<string, string>();
  for (const { event, assessment, field } of saves) {
    const place = sets.get(assessment);
    if (place === undefined) continue;
    const label = labelIn((await loadSetOf(call, place)).set, field);
    if (label !== undefined) labels.set(event, label);
  }
  return labels;
}

function savedField(after: unknown): SavedField | undefined {
  if (typeof after !== "object" || after === null || !("code" in after) || !("input" in after))
    return undefined;
  const { code, input } = after;
  return typeof code === "string" && typeof input === "string" ? { code, input } : undefined;
}

function labelIn(set: CompiledSet, { code, input }: SavedField): string | undefined {
  if (code === "profile") return set.profile.find(({ id }) => id === input)?.label;
  const node = set.nodes[set.nodeOf.get(code) ?? -1];
  return node?.inputs.find(({ id }) => id === input)?.label;
}
