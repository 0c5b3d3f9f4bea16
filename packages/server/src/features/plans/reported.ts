/** What lead units reported, as the progress report prints it. */
import type { ReportedProgress } from "@opendti/documents";
import type { PlanSource } from "@opendti/engine";
import type { Call } from "../../http/call.js";
import { groundOf } from "./ground.js";
import { comparePeriods, type Period, type Quarter } from "./periods.js";
import { isFinished, type ToldOnce, toldSoFar } from "./told.js";

export interface ReportedAsked {
  readonly year: number;
  /** Absent: the whole year. */
  readonly quarter?: Quarter | undefined;
  /** Key of the lead organisation; absent: all that the actor sees. */
  readonly lead?: string | undefined;
}

type Field = "done" | "difficulties" | "proposal";

/** What one lead said of an assignment. */
interface SaidBy {
  readonly name: string;
  /** In the time asked for, the oldest quarter first. */
  readonly texts: readonly ToldOnce[];
  /** Undefined: it has said nothing of it so far. */
  readonly finished: boolean | undefined;
}

const ROMAN = { 1: "I", 2: "II", 3: "III", 4: "IV" } as const;

/**
 * One entry for every assignment of which anything was said so far; each lead of several is named, and of a whole year
 * each quarter. An assignment is done when all of its leads that report say so.
 * @throws {Problem} `not-found` unless the actor sees the plan.
 */
export async function reportedProgress(
  call: Call,
  id: string,
  asked: ReportedAsked,
): Promise<ReportedProgress[]> {
  const ground = await groundOf(call, id);
  const last: Period = { year: asked.year, quarter: asked.quarter ?? 4 };
  const told = await toldSoFar(call.db, ground, last);
  const inTime = (one: Period): boolean =>
    asked.quarter === undefined ? one.year === asked.year : comparePeriods(one, last) === 0;
  return ground.data.assignments.flatMap((assignment): ReportedProgress[] => {
    const { code, input = "", lead } = assignment;
    const said = lead
      .filter((key) => asked.lead === undefined || key === asked.lead)
      .flatMap((key): SaidBy[] => {
        const all = told.of(key, code, input);
        const [newest] = all;
        if (newest === undefined && !ground.standings.has(key)) return [];
        return [
          {
            name: ground.data.organisations[key] ?? key,
            texts: all.filter(inTime).reverse(),
            finished: newest && isFinished(assignment.deadline, all, last),
          },
        ];
      });
    return said.some(({ finished }) => finished !== undefined) ? [entryOf(assignment, said, asked)] : [];
  });
}

function entryOf(
  { code, input, lead }: PlanSource["assignments"][number],
  said: readonly SaidBy[],
  { lead: one, quarter }: ReportedAsked,
): ReportedProgress {
  const several = one === undefined && lead.length > 1;
  const written = (field: Field): Partial<Record<Field, string>> => {
    const parts = said.flatMap(({ name, texts }) =>
      texts
        .filter((text) => text[field] !== "")
        .map((text) => {
          const whose = [
            ...(several ? [name] : []),
            ...(quarter === undefined ? [`quý ${ROMAN[text.quarter]}`] : []),
          ];
          const head = whose.join(", ");
          return head === ""
            ? text[field]
            : `${head.charAt(0).toLocaleUpperCase("vi")}${head.slice(1)}: ${text[field]}`;
        }),
    );
    return parts.length === 0 ? {} : { [field]: parts.join("\n") };
  };
  return {
    code,
    ...(input === undefined ? {} : { input }),
    finished: said.every(({ finished }) => finished === true),
    ...written("done"),
    ...written("difficulties"),
    ...written("proposal"),
  };
}
