/** `opendti sets check`: what a careful reader would stop at in a set, its cases and its plans. */
import { checkSet, type Finding, message, type Problem } from "@opendti/engine";
import { readBeside } from "../input/beside.js";
import { openSet } from "../input/sets.js";
import { counted, joined } from "../language.js";
import { printJson, type Screen } from "../output/screen.js";
import { PAGE } from "../output/table.js";
import { plain, widthOf, wrap } from "../output/width.js";
import type { Command } from "./command.js";
import { SET_ARGUMENT } from "./sets-show.js";

/** A finding as printed; `at` is a code of the set, or the place inside a file that does not load. */
type Shown = Pick<
  Finding,
  "severity" | "at" | "message" | "expected" | "found" | "file" | "line" | "column"
> & { readonly code: string };

export const setsCheck: Command = {
  name: "sets check",
  arguments: [SET_ARGUMENT],
  options: [],
  about: message(
    "soát một bộ chỉ số cùng cases/ và plans/ của nó; mã thoát 1 khi có phát hiện",
    "check a set with its cases/ and plans/; exit status 1 when there are findings",
  ),
  examples: ["opendti sets check qd922-cap-tinh-2022", "opendti sets check ./set.yaml --json"],
  async run(line, screen) {
    const { folder, loaded } = await openSet(line.words[0] ?? "");
    const findings: Shown[] = [];
    if (loaded.ok) {
      const beside = await readBeside(folder);
      findings.push(
        ...checkSet(loaded.value, beside.cases, beside.plans),
        ...beside.problems.map((problem) => shownProblem(problem, "invalid-data")),
      );
    } else findings.push(...loaded.problems.map((problem) => shownProblem(problem, "invalid-set")));
    if (screen.json)
      await printJson(screen, { findings: findings.map((finding) => findingJson(screen, finding)) });
    else await printFindings(screen, findings);
    return findings.length > 0 ? 1 : 0;
  },
};

function shownProblem(problem: Problem, code: string): Shown {
  const { message: text, file, line, column, at = "" } = problem;
  return {
    severity: "error",
    code,
    at,
    message: text,
    expected: undefined,
    found: undefined,
    file,
    line,
    column,
  };
}

/** A finding as every command prints it under `--json`. */
export function findingJson(screen: Screen, finding: Shown): object {
  return {
    severity: finding.severity,
    code: finding.code,
    at: finding.at,
    message: screen.say(finding.message),
    expected: finding.expected ?? null,
    found: finding.found ?? null,
    ...(finding.file === undefined ? {} : { file: finding.file }),
    ...(finding.line === undefined ? {} : { line: finding.line }),
    ...(finding.column === undefined ? {} : { column: finding.column }),
  };
}

async function printFindings(screen: Screen, findings: readonly Shown[]): Promise<void> {
  const { paint } = screen;
  for (const finding of findings) {
    const error = finding.severity === "error";
    const severity = screen.say(error ? message("lỗi", "error") : message("cảnh báo", "warning"));
    const place = [finding.file, finding.line, finding.column].filter((part) => part !== undefined).join(":");
    const head = [
      paint(error ? "bad" : "warning", severity),
      paint("strong", plain(finding.code)),
      plain(finding.at),
    ];
    const named = [severity, plain(finding.code), plain(finding.at)].filter((part) => part !== "").join("  ");
    const title = head.filter((part) => part !== "").join("  ");
    // A long path has a line of its own, so that no line passes the page.
    if (place === "") await screen.print(title);
    else if (widthOf(`${named}  ${place}`) <= PAGE) await screen.print(`${title}  ${paint("faint", place)}`);
    else await screen.print(title, ...wrap(place, PAGE - 4).map((text) => `    ${paint("faint", text)}`));
    await screen.print(...wrap(screen.say(finding.message), PAGE - 4).map((text) => `    ${text}`));
    if (finding.expected === undefined && finding.found === undefined) continue;
    const sides = message(
      `lẽ ra: ${finding.expected ?? "–"} · đang là: ${finding.found ?? "–"}`,
      `expected: ${finding.expected ?? "–"} · found: ${finding.found ?? "–"}`,
    );
    await screen.print(...wrap(screen.say(sides), PAGE - 4).map((text) => `    ${paint("faint", text)}`));
  }
  const errors = findings.filter((finding) => finding.severity === "error").length;
  const summary =
    findings.length === 0
      ? message("Không có phát hiện nào", "No findings")
      : joined(
          [counted(errors, "lỗi", "error"), counted(findings.length - errors, "cảnh báo", "warning")],
          ", ",
        );
  await screen.print(paint(findings.length === 0 ? "good" : "strong", screen.say(summary)));
}
