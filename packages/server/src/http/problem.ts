/** Problems as errors (thrown by services) and as answers (RFC 9457). */
import type { Language } from "@opendti/engine";
import { z } from "zod";
import { type ProblemCode, problemCatalogue } from "./catalogue.js";

/** A sentence in both languages. */
export interface Words {
  readonly vi: string;
  readonly en: string;
}

/** Refuses a request, with a code of the catalogue. Undoes the request's transaction. */
export class Problem extends Error {
  /**
   * @param detail what is wrong here and what to do, when the title does not say it all.
   * @param extensions further members of the answer, for programs: `current`, `until`, `dueAt`.
   */
  constructor(
    readonly code: ProblemCode,
    readonly detail?: Words,
    readonly extensions: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail?.en ?? problemCatalogue[code].title.en);
  }

  get status(): number {
    return problemCatalogue[this.code].status;
  }
}

/** The answer's body. */
export function problemBody(problem: Problem, language: Language, instance: string): Record<string, unknown> {
  return {
    ...problem.extensions,
    type: `/problems/${problem.code}`,
    code: problem.code,
    title: problemCatalogue[problem.code].title[language],
    status: problem.status,
    ...(problem.detail === undefined ? {} : { detail: problem.detail[language] }),
    instance,
  };
}

/** For OpenAPI. Extensions depend on the code; docs/problems.md lists them. */
export const problemSchema = z
  .looseObject({
    type: z.string(),
    code: z.enum(Object.keys(problemCatalogue) as [ProblemCode, ...ProblemCode[]]),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    instance: z.string(),
  })
  .meta({ id: "Problem" });
