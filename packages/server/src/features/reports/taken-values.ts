/** What appraisers took in place of what was declared, in words. Pure. */
import { type CompiledSet, type Fact, formatNumber, formatPercent, readValue } from "@opendti/engine";
import { NOT_APPLICABLE, type StoredValue } from "../answers/repository.js";
import type { Inputs, Judgement } from "../appraisals/appraisal.js";
import { factsIn, labelOf } from "../appraisals/values.js";
import { printedDay } from "../units/day.js";

const NOTHING = "không kê khai";
const NOT_MARKED = "có áp dụng";

interface TakenValue {
  readonly label: string;
  readonly declared: string;
  readonly taken: string;
}

/** Each input that a judgement puts another value in; none for agreements and for points given outright. */
export function takenValues(
  set: CompiledSet,
  { code, verdict, inputs }: Judgement,
  declared: Inputs,
): readonly TakenValue[] {
  if (verdict !== "adjusted" || inputs === null) return [];
  return Object.entries(inputs).map(([input, taken]) => {
    const fact = factsIn(set, code).find(({ id }) => id === input);
    const words = (value: StoredValue | null): string =>
      input === NOT_APPLICABLE
        ? value === null
          ? NOT_MARKED
          : `không áp dụng (${String(value)})`
        : valueInWords(fact, value);
    return {
      label: labelOf(set, code, input),
      declared: words(declared[input] ?? null),
      taken: words(taken),
    };
  });
}

/** `51.125.000 đồng`, `95,65%`, `Có`, the label of an option; a text as it is. */
function valueInWords(fact: Fact | undefined, value: StoredValue | null): string {
  if (value === null) return NOTHING;
  if (fact === undefined) return String(value);
  const read = readValue(fact, value, "stored");
  if (read === undefined) return NOTHING;
  if ("vi" in read) return String(value);
  const option = (place: number): string => fact.options[place - 1] ?? String(place);
  switch (fact.kind) {
    case "yes_no":
      return read.n === 0n ? "Không" : "Có";
    case "choice":
      return option(Number(read.n));
    case "choices":
      return Array.isArray(value) ? value.map((place) => option(Number(place))).join("; ") : String(value);
    case "percent":
      return formatPercent(read, "vi");
    case "date":
      return printedDay(String(value));
    case "text":
    case "link":
      return Array.isArray(value) ? value.join("; ") : String(value);
    case "table":
      return `${formatNumber(read, "vi")} dòng`;
    default:
      return fact.unit === undefined ? formatNumber(read, "vi") : `${formatNumber(read, "vi")} ${fact.unit}`;
  }
}
