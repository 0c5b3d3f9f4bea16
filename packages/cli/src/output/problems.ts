/** Faults of files: each with its place, all of them counted, the first ones shown. */
import { message, type Problem } from "@opendti/engine";
import { problemPlace } from "../input/place.js";
import { printJson, type Screen } from "./screen.js";
import { plain } from "./width.js";

/** More than this nobody reads at once. */
const MOST_SHOWN = 50;

/** Prints problems: on stderr for people, as `{"problems": [...]}` on stdout for programs. */
export async function printProblems(screen: Screen, problems: readonly Problem[]): Promise<void> {
  if (screen.json) {
    await printJson(screen, {
      problems: problems.map((problem) => ({
        message: screen.say(problem.message),
        file: problem.file ?? null,
        line: problem.line ?? null,
        column: problem.column ?? null,
        at: problem.at ?? null,
      })),
    });
    return;
  }
  for (const problem of problems.slice(0, MOST_SHOWN)) {
    const place = problemPlace(problem);
    screen.warn(
      `${place === "" ? "" : `${screen.paintError("strong", place)}: `}${plain(screen.say(problem.message))}`,
    );
  }
  const hidden = problems.length - MOST_SHOWN;
  screen.warn(
    screen.paintError(
      "bad",
      screen.say(
        message(
          `${problems.length} lỗi${hidden > 0 ? ` (${hidden} lỗi sau không in ra; dùng --json để xem hết)` : ""}`,
          `${problems.length} ${problems.length === 1 ? "error" : "errors"}${hidden > 0 ? ` (the last ${hidden} not shown; --json lists them all)` : ""}`,
        ),
      ),
    ),
  );
}
