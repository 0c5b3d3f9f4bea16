/** `opendti report self-assessment` and `report data-form`: what is printed of one unit's data, without a server. */
import { type LoadedSet, message, type Problem, scoreUnit } from "@opendti/engine";
import type { CommandLine } from "../command-line.js";
import { readDataFile } from "../input/files.js";
import { openSet } from "../input/sets.js";
import { type ReadUnit, readUnits } from "../input/units.js";
import { Misuse, nearestHint } from "../misuse.js";
import { printProblems } from "../output/problems.js";
import type { Screen } from "../output/screen.js";
import { declaredAnswers, declaredEvidence } from "../report/answers.js";
import { readLetterhead } from "../report/letterhead.js";
import { PAPER_OPTIONS, paperTarget, writePaper } from "../report/paper-file.js";
import type { Command, ExitStatus } from "./command.js";
import { SET_ARGUMENT } from "./sets-show.js";

const DATA_ARGUMENT = {
  name: "DATA",
  required: true,
  many: true,
  about: message(
    "một hay nhiều tệp số liệu, như của opendti score",
    "one or more files of data, as opendti score takes them",
  ),
};
const UNIT_OPTION = {
  name: "--unit",
  values: ["UNIT"],
  about: message(
    "đơn vị cần in; không cần khi tệp chỉ có một đơn vị",
    "the unit to print; needless where the files have one alone",
  ),
};

/** A unit out of the files, with its words. */
interface Chosen {
  readonly unit: ReadUnit;
  readonly name: string;
  readonly year: number;
  readonly answers: ReturnType<typeof declaredAnswers>;
}

const LETTER = "report self-assessment";

export const reportSelfAssessment: Command = {
  name: LETTER,
  arguments: [SET_ARGUMENT, DATA_ARGUMENT],
  options: [UNIT_OPTION, ...PAPER_OPTIONS],
  about: message(
    "công văn tự đánh giá của một đơn vị kèm Phụ lục 1 và 2, theo Nghị định 30/2020/NĐ-CP",
    "a unit's letter on its self-assessment with both appendices, by Decree 30 of 2020",
  ),
  examples: [
    "opendti report self-assessment quang-ngai-so-nganh-2022 du-lieu.yaml --unit ban-dan-toc --out bao-cao.docx",
  ],
  run: (line, screen) =>
    onUnit(line, screen, LETTER, async ({ set }, { unit, name, year, answers }, out) => {
      const letterhead = await readLetterhead(name, line.options.get("--letterhead")?.[0]);
      if (Array.isArray(letterhead)) return letterhead;
      const { headUnder, selfAssessmentPaper } = await import("@opendti/documents");
      const paper = selfAssessmentPaper({
        head: headUnder(letterhead, { date: { year: year + 1 }, letter: true }),
        to: letterhead.to,
        set,
        year,
        unit: { name: letterhead.fullName, shortName: letterhead.shortName },
        facts: unit.facts,
        score: scoreUnit(set, unit.facts, undefined, true),
        answers,
        evidence: declaredEvidence(unit.evidence),
      });
      return writePaper(paper, out, LETTER, screen);
    }),
};

const FORM = "report data-form";

export const reportDataForm: Command = {
  name: FORM,
  arguments: [SET_ARGUMENT, { ...DATA_ARGUMENT, required: false }],
  options: [UNIT_OPTION, ...PAPER_OPTIONS],
  about: message(
    "phiếu cung cấp số liệu của bộ chỉ số: để trống, hoặc điền sẵn số liệu của một đơn vị",
    "the set's data-supply form: blank, or filled with a unit's data",
  ),
  examples: ["opendti report data-form cao-bang-ung-dung-cntt-2020 --out phieu.pdf"],
  async run(line, screen) {
    if (line.words.length > 1)
      return onUnit(line, screen, FORM, async ({ set }, { name, answers }, out) => {
        const letterhead = await readLetterhead(name, line.options.get("--letterhead")?.[0]);
        if (Array.isArray(letterhead)) return letterhead;
        const { dataSupplyForm } = await import("@opendti/documents");
        const { body, superior } = letterhead;
        const unit = { name: body, ...(superior === "" ? {} : { superior }) };
        return writePaper(
          dataSupplyForm({ set, unit, filled: { answers, signatures: {} } }),
          out,
          FORM,
          screen,
        );
      });
    const out = paperTarget(line, FORM);
    const { loaded } = await openSet(line.words[0] ?? "");
    if (!loaded.ok) {
      await printProblems(screen, loaded.problems);
      return 1;
    }
    const { dataSupplyForm } = await import("@opendti/documents");
    return writePaper(dataSupplyForm({ set: loaded.value.set }), out, FORM, screen);
  },
};

type Print = (loaded: LoadedSet, chosen: Chosen, out: string) => Promise<0 | Problem[]>;

/** Reads the set, the files and the unit; what is wrong with any of them is printed, and nothing is made. */
async function onUnit(line: CommandLine, screen: Screen, name: string, print: Print): Promise<ExitStatus> {
  const out = paperTarget(line, name);
  const { loaded } = await openSet(line.words[0] ?? "");
  const chosen = loaded.ok ? await chosenUnit(line, loaded.value, name) : loaded.problems;
  const done =
    Array.isArray(chosen) || !loaded.ok ? chosen : await print(loaded.value, chosen as Chosen, out);
  if (!Array.isArray(done)) return 0;
  await printProblems(screen, done as Problem[]);
  return 1;
}

async function chosenUnit(
  line: CommandLine,
  { set, source }: LoadedSet,
  name: string,
): Promise<Chosen | Problem[]> {
  const files = [];
  for (const path of line.words.slice(1)) files.push(await readDataFile(path, set));
  const units: ReadUnit[] = [];
  const problems = readUnits(set, files, (unit) => units.push(unit));
  if (problems.length > 0) return problems;
  const unit = pick(units, line.options.get("--unit")?.[0], name);
  const { facts, year = source.years.from } = unit;
  return {
    unit,
    name: facts.title ?? facts.unit,
    year,
    answers: declaredAnswers(set, files, facts.unit),
  };
}

/** Refuses, as misuse, a unit that is not there, and none where there are several. */
function pick(units: readonly ReadUnit[], asked: string | undefined, name: string): ReadUnit {
  const ids = units.map(({ facts }) => facts.unit);
  const [only] = units;
  if (asked === undefined && units.length === 1 && only !== undefined) return only;
  const found = units.find(({ facts }) => facts.unit === asked);
  if (found !== undefined) return found;
  if (asked === undefined)
    throw new Misuse(
      message(
        `Các tệp có ${ids.length} đơn vị: chọn một bằng --unit`,
        `The files have ${ids.length} units: choose one with --unit`,
      ),
      name,
    );
  const hint = nearestHint(asked, ids);
  throw new Misuse(
    message(
      `Không có đơn vị "${asked}" trong các tệp${hint.vi}`,
      `There is no unit "${asked}" in the files${hint.en}`,
    ),
    name,
  );
}
