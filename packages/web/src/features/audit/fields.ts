/** The fields, subjects and values that the log holds, in the words of the catalogue. */
import type { Language } from "../../api/contract.js";
import { formatDate, formatDateTime, formatDecimal } from "../../shared/format.js";
import type { Say } from "../../shared/text.js";
import { isRecord } from "./difference.js";

const fields = [
  "value",
  "code",
  "input",
  "version",
  "reason",
  "state",
  "name",
  "shortName",
  "kind",
  "parentId",
  "rankingGroup",
  "validFrom",
  "validTo",
  "closedReason",
  "login",
  "displayName",
  "email",
  "disabled",
  "disabledReason",
  "totpEnabled",
  "grants",
  "role",
  "unit",
  "hash",
  "title",
  "source",
  "year",
  "setId",
  "setVersion",
  "stages",
  "stage",
  "opensAt",
  "dueAt",
  "groups",
  "group",
  "units",
  "unitId",
  "accountId",
  "assessmentId",
  "room",
  "comment",
  "evidenceId",
  "item",
  "id",
  "size",
  "type",
  "number",
  "date",
  "issuer",
  "url",
  "note",
  "ended",
  "days",
  "predecessors",
  "on",
  "legalBasis",
  "truncated",
  "bytes",
  "verdict",
  "inputs",
  "points",
  "body",
  "outcome",
  "ownerId",
  "atOnce",
  "unjudged",
  "taken",
  "letterhead",
  "organisation",
  "quarter",
  "finished",
  "done",
  "difficulties",
  "proposal",
] as const;

const subjects = [
  "account",
  "assessment",
  "campaign",
  "file",
  "letterhead",
  "plan",
  "query",
  "report-template",
  "session",
  "set",
  "set-import",
  "export",
  "unit",
] as const;

const roles = [
  "administrator",
  "coordinator",
  "appraiser",
  "approver",
  "unit-officer",
  "unit-head",
  "observer",
] as const;
const stages = ["declare", "appraise", "explain", "approve"] as const;
const states = [
  "declaring",
  "compiled",
  "submitted",
  "appraising",
  "explaining",
  "appraised",
  "approved",
  "published",
  "preparing",
  "open",
  "closed",
] as const;

/** The word of a closed list that a text is; undefined when it is none of them. */
function wordOf<Word extends string>(words: readonly Word[], text: string): Word | undefined {
  return words.find((word) => word === text);
}

/** A field in words; one that the catalogue does not know is called so, never by its name in the program. */
export function sayField(say: Say, name: string): string {
  const field = wordOf(fields, name);
  return field === undefined ? say("audit.otherField") : say(`audit.field.${field}`);
}

/** What an entry is about, by its kind, where it has no name of its own. */
export function saySubject(say: Say, type: string): string {
  const subject = wordOf(subjects, type);
  return subject === undefined ? "" : say(`audit.subject.${subject}`);
}

/**
 * A field of a declaration: `2.4.1 · b Tổng số văn bản`; what is said of the unit itself stands under the profile's own
 * name. A letter is part of how the document prints an input; other ids stand only where the set gives no label.
 */
export function sayPlace(say: Say, code: string, input: string, label: string | null): string {
  const place = code === "profile" ? say("audit.profile") : code;
  if (input === "") return say("audit.place", { place, input: say("audit.notApplicable") });
  if (input === "choice") return place;
  if (label === null) return say("audit.place", { place, input });
  const lettered = code !== "profile" && /^[a-z]$/.test(input);
  return say("audit.place", { place, input: lettered ? `${input} ${label}` : label });
}

function sayText(say: Say, language: Language, text: string, field: string): string {
  const state = field === "state" ? wordOf(states, text) : undefined;
  if (state !== undefined) return say(`shared.state.${state}`);
  const role = field === "role" ? wordOf(roles, text) : undefined;
  if (role !== undefined) return say(`shared.role.${role}`);
  const stage = field === "stage" ? wordOf(stages, text) : undefined;
  if (stage !== undefined) return say(`shared.stage.${stage}`);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formatDate(text);
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return formatDateTime(text);
  return field === "value" ? formatDecimal(text, language) : text;
}

/** A value as it is read, a list line by line; nothing where there is none. */
export function sayValue(say: Say, language: Language, value: unknown, field: string): string {
  if (value === null || value === undefined || value === "") return say("shared.none");
  if (typeof value === "boolean") return value ? say("audit.yes") : say("audit.no");
  if (Array.isArray(value))
    return value.length === 0
      ? say("shared.none")
      : value.map((one) => sayValue(say, language, one, field)).join("\n");
  if (isRecord(value))
    return Object.entries(value)
      .map(([name, part]) =>
        say("audit.part", { field: sayField(say, name), value: sayValue(say, language, part, name) }),
      )
      .join("; ");
  return sayText(say, language, String(value), field);
}
