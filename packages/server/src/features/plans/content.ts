/** A plan's text read, checked against its set, and described: what is stored beside it. Pure. */
import { createHash } from "node:crypto";
import {
  checkSet,
  explainIssues,
  type Finding,
  type LoadedSet,
  type Message,
  type PlanSource,
  planSchema,
  SourceDocument,
} from "@opendti/engine";
import { stringify } from "yaml";
import { Problem } from "../../http/problem.js";
import type { PlanContent, PlanFinding } from "./repository.js";

/** What findings call the file of a plan that came without one. */
const FILE = "plan.yaml";

/**
 * Reads a plan for a set. What the set's checks say of it is content; a plan with findings is kept, since the document it
 * was taken from has them.
 * @throws {Problem} `content-refused` for a text that is no plan, with its line, and for a plan of another set.
 */
export function readPlanContent(loaded: LoadedSet, source: string): PlanContent {
  const { data, document } = readPlan(source);
  const { id } = loaded.set;
  if (data.set !== id)
    throw new Problem("content-refused", {
      vi: `Kế hoạch này viết cho bộ chỉ số "${data.set}", không phải "${id}". Chọn đúng bộ chỉ số, hoặc sửa mục "set" của tệp.`,
      en: `This plan is written for the set "${data.set}", not for "${id}". Choose that set, or mend "set" in the file.`,
    });
  const findings = checkSet(loaded, [], [{ file: FILE, data, document }]);
  return {
    key: data.plan,
    title: data.title,
    issuer: data.issuer,
    year: data.years?.from ?? null,
    reporting: data.reporting ?? null,
    assignments: data.assignments.length,
    source,
    hash: createHash("sha256").update(source).digest("hex"),
    findings: findings.filter(({ file }) => file === FILE).map(told),
  };
}

/** The text as data. @throws {Problem} `content-refused` with line and column. */
export function readPlan(source: string): { readonly data: PlanSource; readonly document: SourceDocument } {
  const document = SourceDocument.parse(source, undefined);
  if (Array.isArray(document)) throw refused(document);
  const content = document.content();
  const parsed = planSchema.safeParse(content);
  if (!parsed.success)
    throw refused(
      explainIssues(parsed.error.issues, content).map(({ text, path }) => document.problem(text, path)),
    );
  return { data: parsed.data, document };
}

/** The plan of a document, for the set that was made of it, which may have been given another id since. */
export function planFor(setId: string, source: string): string {
  const { data } = readPlan(source);
  return data.set === setId ? source : stringify({ ...data, set: setId }, { lineWidth: 110 });
}

type Fault = {
  readonly message: Message;
  readonly line: number | undefined;
  readonly column: number | undefined;
};

function refused(problems: readonly Fault[]): Problem {
  const [first] = problems;
  const said = (language: "vi" | "en"): string =>
    first === undefined
      ? ""
      : ` ${language === "vi" ? "Dòng" : "Line"} ${first.line ?? 1}: ${first.message[language]}`;
  return new Problem(
    "content-refused",
    {
      vi: `Tệp không phải một kế hoạch theo mẫu của OpenDTI (YAML).${said("vi")}`,
      en: `The file is no plan in the form of OpenDTI (YAML).${said("en")}`,
    },
    {
      problems: problems.map(({ message, line, column }) => ({
        message: { vi: message.vi, en: message.en },
        line: line ?? null,
        column: column ?? null,
      })),
    },
  );
}

const told = ({ severity, code, at, message, line }: Finding): PlanFinding => ({
  severity,
  code,
  at,
  message: { vi: message.vi, en: message.en },
  line: line ?? null,
});
