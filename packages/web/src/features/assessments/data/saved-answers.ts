/** What the server has just taken, put into the assessment already read: the next page shows it at once. */
import type { Assessment } from "../../../api/assessment-contract.js";
import { NOT_APPLICABLE, type Stored } from "../drafts/edit.js";
import type { Transport } from "../drafts/surroundings.js";

/** The assessment with one field as the server now holds it; itself when it knows as much already. */
export function withSaved<Held extends Pick<Assessment, "answers" | "notApplicable">>(
  held: Held,
  code: string,
  input: string,
  { value, version, by, at }: Stored,
): Held {
  if (at === null) return held;
  if (input === NOT_APPLICABLE) {
    const before = held.notApplicable.find((each) => each.code === code);
    if (before && before.version >= version) return held;
    const reason = typeof value === "string" ? value : null;
    const rest = held.notApplicable.filter((each) => each !== before);
    return { ...held, notApplicable: [...rest, { code, reason, version, by, at }] };
  }
  const before = held.answers.find((each) => each.code === code && each.input === input);
  if (before && before.version >= version) return held;
  const rest = held.answers.filter((each) => each !== before);
  return { ...held, answers: [...rest, { code, input, value, version, by, at }] };
}

/** The same way to the server; `onSaved` hears of every field that it took. */
export function notingSaved(
  way: Transport,
  onSaved: (code: string, input: string, stored: Stored) => void,
): Transport {
  return {
    async send(code, input, value, base) {
      const outcome = await way.send(code, input, value, base);
      if (outcome.kind === "saved") onSaved(code, input, outcome.stored);
      return outcome;
    },
  };
}
