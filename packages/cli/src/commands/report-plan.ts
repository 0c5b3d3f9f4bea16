/** `opendti report plan`: who leads each indicator, as the plan of a set is issued. */
import { readFile } from "node:fs/promises";
import {
  explainIssues,
  message,
  type PlanSource,
  type Problem,
  planSchema,
  SourceDocument,
} from "@opendti/engine";
import { decode, fileTrouble } from "../input/files.js";
import { openSet } from "../input/sets.js";
import { Misuse } from "../misuse.js";
import { printProblems } from "../output/problems.js";
import { readLetterhead } from "../report/letterhead.js";
import { PAPER_OPTIONS, paperTarget, writePaper } from "../report/paper-file.js";
import type { Command } from "./command.js";
import { SET_ARGUMENT } from "./sets-show.js";

const NAME = "report plan";

export const reportPlan: Command = {
  name: NAME,
  arguments: [
    SET_ARGUMENT,
    {
      name: "PLAN",
      required: true,
      about: message("tệp kế hoạch (plans/….yaml)", "the plan's file (plans/….yaml)"),
    },
  ],
  options: PAPER_OPTIONS,
  about: message(
    "kế hoạch phân công chủ trì, phối hợp từng chỉ số",
    "the plan of who leads and coordinates each indicator",
  ),
  examples: [
    "opendti report plan qd922-cap-tinh-2022 sets/qd922-cap-tinh-2022/plans/gia-lai-2023.yaml --out ke-hoach.docx",
  ],
  async run(line, screen) {
    const out = paperTarget(line, NAME);
    const { loaded } = await openSet(line.words[0] ?? "");
    const plan = await readPlan(line.words[1] ?? "");
    if (!loaded.ok || Array.isArray(plan)) {
      await printProblems(screen, [
        ...(loaded.ok ? [] : loaded.problems),
        ...(Array.isArray(plan) ? plan : []),
      ]);
      return 1;
    }
    const { set } = loaded.value;
    const strange = plan.assignments.filter(({ code }) => !set.nodeOf.has(code)).map(({ code }) => code);
    if (plan.set !== set.id || strange.length > 0)
      throw new Misuse(
        message(
          `Kế hoạch viết cho bộ "${plan.set}"${strange.length > 0 ? `, có mã mà bộ ${set.id} không có: ${strange.join(", ")}` : `, không phải ${set.id}`}`,
          `The plan is written for "${plan.set}"${strange.length > 0 ? ` and assigns what ${set.id} has not: ${strange.join(", ")}` : `, not for ${set.id}`}`,
        ),
        NAME,
      );
    const letterhead = await readLetterhead(plan.issuer, line.options.get("--letterhead")?.[0]);
    if (Array.isArray(letterhead)) {
      await printProblems(screen, letterhead);
      return 1;
    }
    const { assignmentPlan, headUnder } = await import("@opendti/documents");
    const dated = plan.assignments.some(({ deadline }) => deadline !== undefined);
    const year = plan.years?.from ?? set.source.years.from;
    const paper = assignmentPlan({
      head: headUnder(letterhead, { date: { year }, letter: false }),
      title: plan.title,
      form: dated ? "agencies" : "rooms",
      grounds: [],
      parts: [{ plan, set }],
    });
    return writePaper(paper, out, NAME, screen);
  },
};

async function readPlan(path: string): Promise<PlanSource | Problem[]> {
  const text = decode(
    await readFile(path).catch((error: unknown) => {
      const why = fileTrouble(error);
      throw new Misuse(message(`${path}: ${why.vi}`, `${path}: ${why.en}`), NAME);
    }),
  );
  if (typeof text !== "string") throw new Misuse(text, NAME);
  const document = SourceDocument.parse(text, path);
  if (Array.isArray(document)) return document;
  const content = document.content();
  const parsed = planSchema.safeParse(content);
  return parsed.success
    ? parsed.data
    : explainIssues(parsed.error.issues, content).map((issue) => document.problem(issue.text, issue.path));
}
