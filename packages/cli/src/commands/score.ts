/** `opendti score`: scores, pillar sums, totals and ranks of declared data. */
import { type CompiledSet, explainNode, message, type Problem, shown } from "@opendti/engine";
import type { CommandLine } from "../command-line.js";
import type { DeclaredFile } from "../input/declared.js";
import { kindOf, readDataFile } from "../input/files.js";
import { openSet } from "../input/sets.js";
import { readUnits } from "../input/units.js";
import { Misuse, nearestHint } from "../misuse.js";
import { printExplanation } from "../output/explanation.js";
import { checkOut, writeOut } from "../output/file.js";
import { printProblems } from "../output/problems.js";
import { Progress } from "../output/progress.js";
import { printScores } from "../output/scores.js";
import { printJson, type Screen } from "../output/screen.js";
import { fileFindings } from "../score/findings.js";
import { explanationJson, writeScoresJson } from "../score/json.js";
import { factsAt, type Scored, Scoring } from "../score/scored.js";
import { isLargeFile, scoreStream } from "../stream/score-stream.js";
import { writeScoresTo } from "../stream/score-writer.js";
import type { Command, ExitStatus } from "./command.js";
import { SET_ARGUMENT } from "./sets-show.js";

const SCORING = message("đang chấm điểm", "scoring");
const WRITING = message("đang ghi", "writing");
const READING = message("đang đọc", "reading");

export const score: Command = {
  name: "score",
  arguments: [
    SET_ARGUMENT,
    {
      name: "DATA",
      required: true,
      many: true,
      about: message(
        "một hay nhiều tệp .yaml .yml .json .csv .tsv .xlsx, hoặc - (đầu vào chuẩn); số liệu của cùng đơn vị được gộp lại",
        "one or more files .yaml .yml .json .csv .tsv .xlsx, or - (standard input); data of one unit are added up",
      ),
    },
  ],
  options: [
    {
      name: "--explain",
      values: ["UNIT", "CODE"],
      about: message(
        "giải thích một điểm của một đơn vị, từng bước",
        "explain one score of one unit, step by step",
      ),
    },
    {
      name: "--out",
      short: "-o",
      values: ["FILE"],
      about: message("ghi thêm điểm ra tệp .csv hoặc .json", "also write the scores to a .csv or .json file"),
    },
    {
      name: "--final",
      values: [],
      about: message("các nhóm xếp hạng đã đủ đơn vị", "all ranking groups are complete"),
    },
    {
      name: "--provisional",
      values: [],
      about: message(
        "còn đơn vị chưa nộp: chỉ số so với nhóm là tạm tính",
        "units are still to come: relative scores are provisional",
      ),
    },
  ],
  about: message(
    "chấm điểm, cộng nhóm, xếp hạng; mã thoát 1 khi số liệu sai hoặc điểm công bố khác",
    "score, add up and rank; exit status 1 when data are refused or published scores differ",
  ),
  examples: [
    "opendti score quang-ngai-so-nganh-2022 du-lieu.yaml",
    "opendti score quang-ngai-so-nganh-2022 nhan-luc.xlsx ha-tang.csv --json",
    "opendti score quang-ngai-so-nganh-2022 du-lieu.csv --explain ban-dan-toc 2.1.3",
  ],
  async run(line, screen) {
    checkOptions(line);
    const { loaded } = await openSet(line.words[0] ?? "");
    if (!loaded.ok) {
      await printProblems(screen, loaded.problems);
      return 1;
    }
    const { set } = loaded.value;
    const progress = new Progress(screen);
    const streamed = await streamTable(line, set, screen, progress);
    if (streamed !== undefined) return streamed;
    const files = await readFiles(line.words.slice(1), set, progress);
    const problems: Problem[] = [];
    const complete = completeness(line, files, problems);
    const expected = files.reduce((sum, file) => sum + file.units.length, 0);
    const scoring = new Scoring(set, complete, expected);
    let done = 0;
    problems.push(
      ...readUnits(set, files, (unit) => {
        scoring.take(unit);
        done += 1;
        progress.tell(SCORING, done, expected);
      }),
    );
    if (problems.length > 0) {
      progress.end();
      await printProblems(screen, problems);
      return 1;
    }
    const scored = scoring.finish();
    progress.end();
    return answer(
      line,
      { ...scored, findings: [...fileFindings(set, files), ...scored.findings] },
      screen,
      progress,
    );
  },
};

/**
 * A table of CSV into a table of CSV needs no unit in memory: it is streamed. Undefined when something else is asked for, or the
 * file is not of the plain shape that can be.
 */
async function streamTable(
  line: CommandLine,
  set: CompiledSet,
  screen: Screen,
  progress: Progress,
): Promise<ExitStatus | undefined> {
  const [out] = line.options.get("--out") ?? [];
  const [, path, ...others] = line.words;
  const plain =
    path !== undefined &&
    others.length === 0 &&
    /\.(csv|tsv)$/i.test(path) &&
    !line.options.has("--explain") &&
    !screen.json;
  if (!plain || out === undefined || !/\.csv$/i.test(out) || !set.scored || !isLargeFile(path))
    return undefined;
  const streamed = scoreStream(set, path, saidComplete(line), (done, of) => progress.tell(READING, done, of));
  if (!streamed) return undefined;
  if (!streamed.ok) {
    progress.end();
    await printProblems(screen, streamed.problems);
    return 1;
  }
  const { scores } = streamed;
  writeScoresTo(out, scores, (done) => progress.tell(WRITING, done, scores.length));
  progress.end();
  const groups = scores.run.groups.length;
  await screen.print(
    screen.say(
      message(
        `${scores.length} đơn vị, ${groups} nhóm xếp hạng: đã ghi điểm và hạng vào ${out} (không kiểm tra chéo số liệu; bỏ --out để kiểm tra)`,
        `${scores.length} units in ${groups} ranking groups: scores and ranks written to ${out} (the data checks were not run; leave out --out for them)`,
      ),
    ),
  );
  return 0;
}

function saidComplete(line: CommandLine): boolean | undefined {
  if (line.options.has("--final")) return true;
  return line.options.has("--provisional") ? false : undefined;
}

/** Refuses what contradicts itself before anything is read. */
function checkOptions(line: CommandLine): void {
  const { options, words } = line;
  if (options.has("--final") && options.has("--provisional"))
    throw new Misuse(
      message("Chỉ chọn một trong --final và --provisional", "Choose one of --final and --provisional"),
      "score",
    );
  const [out] = options.get("--out") ?? [];
  const data = words.slice(1);
  if (out !== undefined) checkOut(out, data);
  for (const path of data) if (path !== "-") kindOf(path);
  if (data.filter((path) => path === "-").length > 1)
    throw new Misuse(
      message("Chỉ đọc đầu vào chuẩn (-) một lần", "Standard input (-) is read only once"),
      "score",
    );
}

async function readFiles(
  paths: readonly string[],
  set: CompiledSet,
  progress: Progress,
): Promise<DeclaredFile[]> {
  const files: DeclaredFile[] = [];
  for (const [at, path] of paths.entries()) {
    progress.tell(READING, at, paths.length);
    files.push(await readDataFile(path, set));
  }
  return files;
}

/** Whether all units are in: as the command says, else as the files say; files that disagree are a problem. */
function completeness(
  line: CommandLine,
  files: readonly DeclaredFile[],
  problems: Problem[],
): boolean | undefined {
  const asked = saidComplete(line);
  if (asked !== undefined) return asked;
  const said = files.filter((file) => file.complete !== undefined);
  const other = said.find((file) => file.complete !== said[0]?.complete);
  if (other)
    problems.push({
      message: message(
        `"complete" ở đây là ${other.complete}, ở ${said[0]?.file} là ${said[0]?.complete}; chọn bằng --final hoặc --provisional`,
        `"complete" is ${other.complete} here and ${said[0]?.complete} in ${said[0]?.file}; choose with --final or --provisional`,
      ),
      file: other.file,
      line: undefined,
      column: undefined,
      at: "complete",
    });
  return said[0]?.complete;
}

async function answer(
  line: CommandLine,
  scored: Scored,
  screen: Screen,
  progress: Progress,
): Promise<ExitStatus> {
  const [out] = line.options.get("--out") ?? [];
  if (out !== undefined) {
    await writeOut(out, scored, screen);
    screen.warn(screen.say(message(`Đã ghi ${out}`, `Wrote ${out}`)));
  }
  const explain = line.options.get("--explain");
  if (explain) return explainOne(scored, explain[0] ?? "", explain[1] ?? "", screen);
  if (screen.json)
    await writeScoresJson(
      scored,
      screen,
      (text) => screen.write(text),
      (done) => progress.tell(WRITING, done, scored.units.length),
    );
  else await printScores(scored, screen);
  progress.end();
  const blocked = scored.findings.some((finding) => finding.severity === "error");
  return blocked || scored.differences.length > 0 ? 1 : 0;
}

async function explainOne(scored: Scored, unit: string, code: string, screen: Screen): Promise<ExitStatus> {
  const { set, units, scores, labels } = scored;
  const row = units.findIndex((each) => each.unit === unit);
  const record = units[row];
  if (!record) {
    const ids = units.map((each) => each.unit);
    const hint = nearestHint(unit, ids);
    throw new Misuse(
      message(
        `--explain: số liệu không có đơn vị "${shown(unit)}"${hint.vi}`,
        `--explain: the data have no unit "${shown(unit)}"${hint.en}`,
      ),
    );
  }
  const node = set.nodeOf.get(code);
  if (node === undefined) {
    const hint = nearestHint(code, new Set([...labels, ...set.nodes.map((each) => each.code)]));
    throw new Misuse(
      message(
        `--explain: bộ chỉ số không có "${shown(code)}"${hint.vi}`,
        `--explain: the set has no "${shown(code)}"${hint.en}`,
      ),
    );
  }
  const explanation = explainNode(set, scores.explain(row), node, factsAt(scored, row));
  if (screen.json) await printJson(screen, explanationJson(scored, unit, node, explanation, screen.say));
  else await printExplanation(record, labels[node] ?? code, explanation, screen);
  return scored.differences.some((one) => one.unit === unit && one.code === labels[node]) ? 1 : 0;
}
