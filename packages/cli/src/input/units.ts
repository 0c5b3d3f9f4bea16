/** Adds up what several files declare, checks it against the set, and gives each unit's facts or everything that is wrong. */
import {
  type CompiledSet,
  exact,
  type Fact,
  type Message,
  message,
  type Problem,
  type Rational,
  shown,
  type UnitFacts,
  UnitReader,
} from "@opendti/engine";
import { nearestHint } from "../misuse.js";
import {
  type Datum,
  type DeclaredFile,
  type DeclaredUnit,
  type Evidence,
  PROFILE,
  type Published,
} from "./declared.js";
import { cellOf, datumLead, placeInWords, problemAt } from "./place.js";

/** One unit, read and checked. */
export interface ReadUnit {
  readonly facts: UnitFacts;
  readonly published: Published | undefined;
  readonly evidence: Evidence | undefined;
  readonly year: number | undefined;
}

/**
 * Reads the units in the order in which the files first name them, and hands each on.
 * @returns everything that is wrong; with problems, nothing is to be scored.
 */
export function readUnits(
  set: CompiledSet,
  files: readonly DeclaredFile[],
  take: (unit: ReadUnit) => void,
): Problem[] {
  const problems = files.flatMap((file) =>
    file.units.length + file.problems.length > 0 ? file.problems : [noUnits(file.file)],
  );
  const byUnit = new Map<string, Part[]>();
  for (const file of files)
    for (const of of file.units) {
      const known = byUnit.get(of.unit);
      if (known) known.push({ of, year: file.year });
      else byUnit.set(of.unit, [{ of, year: file.year }]);
    }
  for (const [unit, parts] of byUnit) take(addUp(set, unit, parts, problems));
  return inOrder(problems, files);
}

/** What one file says of a unit, and the year that the file is about. */
interface Part {
  readonly of: DeclaredUnit;
  readonly year: number | undefined;
}

function noUnits(file: string): Problem {
  return problemAt({ file }, message("Tệp không có đơn vị nào", "The file has no units"));
}

/** Problems as they stand in the files: lines, or rows of sheets, in order, whatever found them. */
function inOrder(problems: readonly Problem[], files: readonly DeclaredFile[]): Problem[] {
  const names = files.map((file) => file.file);
  const sheets = [...new Set(problems.map((problem) => cellOf(problem)?.sheet))];
  const order = problems.map((problem) => {
    const cell = cellOf(problem);
    const sheet = sheets.indexOf(cell?.sheet);
    return [
      names.indexOf(problem.file ?? ""),
      sheet,
      problem.line ?? cell?.row ?? 0,
      problem.column ?? cell?.column ?? 0,
    ];
  });
  const places = [...problems.keys()].sort((a, b) => {
    const [x = [], y = []] = [order[a], order[b]];
    return x.reduce((decided, value, at) => decided || value - (y[at] ?? 0), 0);
  });
  return places.flatMap((place) => problems[place] ?? []);
}

function addUp(set: CompiledSet, unit: string, parts: readonly Part[], problems: Problem[]): ReadUnit {
  let grouped: DeclaredUnit | undefined;
  let published: DeclaredUnit | undefined;
  let evidence: Record<string, Evidence[string]> | undefined;
  const intake = new Intake(set, unit, problems);
  for (const { of } of parts) {
    for (const datum of of.data()) {
      if ("message" in datum) problems.push(datum);
      else intake.take(datum);
    }
    if (of.group !== undefined && grouped?.group !== undefined && of.group !== grouped.group)
      problems.push(conflict(of, grouped, `nhóm "${shown(of.group)}"`, `group "${shown(of.group)}"`));
    if (of.group !== undefined) grouped ??= of;
    if (of.published && published && JSON.stringify(of.published) !== JSON.stringify(published.published))
      problems.push(conflict(of, published, "điểm công bố", "published scores"));
    if (of.published) published ??= of;
    for (const [code, list] of Object.entries(of.evidence ?? {})) {
      evidence ??= {};
      evidence[code] = [...(evidence[code] ?? []), ...list];
    }
  }
  return {
    facts: intake.finish(parts.find(({ of }) => of.title !== undefined)?.of.title, grouped?.group ?? ""),
    published: published?.published,
    evidence: evidence ?? (parts.some(({ of }) => of.evidence !== undefined) ? {} : undefined),
    year: parts.find(({ year }) => year !== undefined)?.year,
  };
}

function conflict(here: DeclaredUnit, there: DeclaredUnit, vi: string, en: string): Problem {
  const other = placeInWords(there.place());
  return problemAt(
    here.place(),
    message(
      `Đơn vị "${shown(here.unit)}": ${vi} ở đây khác với ở ${other.vi}; giữ lại một chỗ`,
      `Unit "${shown(here.unit)}": ${en} here differs from ${other.en}; keep one of them`,
    ),
  );
}

/** Takes the data of one unit one by one; a second value for the same input must be the same. */
class Intake {
  private readonly reader: UnitReader;
  /** By fact slot, or by node for a whole answer. */
  private readonly taken = new Map<string, Datum>();
  /** The last datum of each indicator, for problems that show only at the end. */
  private readonly last = new Map<string, Datum>();

  constructor(
    private readonly set: CompiledSet,
    private readonly unit: string,
    private readonly problems: Problem[],
  ) {
    this.reader = new UnitReader(set, unit);
  }

  take(datum: Datum): void {
    const earlier = this.earlier(datum);
    if (earlier) {
      if (!this.agree(earlier, datum)) this.refuse(datum, earlier);
      return;
    }
    const before = this.reader.problems.length;
    feed(this.reader, datum);
    const hint =
      datum.code === PROFILE || this.set.nodeOf.has(datum.code)
        ? { vi: "", en: "" }
        : nearestHint(datum.code, this.set.nodeOf.keys());
    for (const problem of this.reader.problems.slice(before))
      this.report(datum, problem.message.vi + hint.vi, problem.message.en + hint.en);
  }

  finish(title: string | undefined, group: string): UnitFacts {
    const before = this.reader.problems.length;
    const facts = this.reader.finish(title, group);
    for (const problem of this.reader.problems.slice(before)) {
      const datum = this.answerTo(problem.code, problem.input) ?? this.last.get(problem.code);
      if (datum) this.report(datum, problem.message.vi, problem.message.en);
      else this.problems.push(problemAt({ file: "" }, problem.message));
    }
    return facts;
  }

  /** The datum that gave an input, by the ids of the set. */
  private answerTo(code: string, input: string | undefined): Datum | undefined {
    const fact = factOf(this.set, code, input);
    return fact && this.taken.get(`fact ${fact.slot}`);
  }

  /** The datum that already answered the same thing, or contradicts it by being "not applicable"; notes this one. */
  private earlier(datum: Datum): Datum | undefined {
    const index = this.set.nodeOf.get(datum.code);
    const node = index === undefined ? undefined : this.set.nodes[index];
    if (node) this.last.set(node.code, datum);
    const fact = factOf(this.set, datum.code, datum.input);
    // An input that the set does not have is refused by the reader; it contradicts nothing.
    if (!fact && datum.input !== undefined && !isNotApplicable(datum)) return undefined;
    const whole = `node ${index}`;
    const own = isNotApplicable(datum) || !fact ? whole : `fact ${fact.slot}`;
    const found = this.taken.get(own) ?? (own === whole ? undefined : this.taken.get(whole));
    if (found) return found;
    if (isNotApplicable(datum) && node) {
      const contradicted = node.inputs
        .map((each) => this.taken.get(`fact ${each.slot}`))
        .find((each) => each !== undefined);
      if (contradicted) return contradicted;
    }
    if (node || fact) this.taken.set(own, datum);
    return undefined;
  }

  private agree(a: Datum, b: Datum): boolean {
    if (isNotApplicable(a) || isNotApplicable(b)) return isNotApplicable(a) && isNotApplicable(b);
    if (JSON.stringify(a.value) === JSON.stringify(b.value)) return true;
    const fact = factOf(this.set, a.code, a.input);
    if (
      !fact ||
      fact.kind === "text" ||
      fact.kind === "link" ||
      fact.kind === "date" ||
      fact.kind === "table" ||
      fact.kind === "choices"
    )
      return false;
    const x = this.read(a, fact);
    const y = this.read(b, fact);
    return x !== undefined && y !== undefined && exact.equal(x, y);
  }

  /** The exact number a datum stands for; undefined when it stands for none. */
  private read(datum: Datum, fact: Fact): Rational | undefined {
    const reader = new UnitReader(this.set, this.unit);
    feed(reader, datum);
    const value = reader.finish(undefined, "").values[fact.slot];
    return reader.problems.length > 0 ? undefined : value;
  }

  private refuse(datum: Datum, earlier: Datum): void {
    const there = placeInWords(earlier.place());
    this.report(
      datum,
      `${show(datum).vi} trái với ${show(earlier).vi} ở ${there.vi}; giữ lại một chỗ`,
      `${show(datum).en} contradicts ${show(earlier).en} at ${there.en}; keep one of them`,
    );
  }

  private report(datum: Datum, vi: string, en: string): void {
    const lead = datumLead(this.unit, datum.code, datum.input);
    this.problems.push(problemAt(datum.place(), message(lead + vi, lead + en)));
  }
}

function feed(reader: UnitReader, datum: Datum): void {
  if (datum.code !== PROFILE)
    reader.answer(datum.code, datum.input === undefined ? datum.value : { [datum.input]: datum.value });
  else reader.profile(datum.input ?? "", datum.value);
}

/** The fact a datum answers: by its id or alias, or the only one that is measured. */
function factOf(set: CompiledSet, code: string, input: string | undefined): Fact | undefined {
  if (code === PROFILE) return set.profile.find((fact) => fact.id === input);
  const index = set.nodeOf.get(code);
  const inputs = (index === undefined ? undefined : set.nodes[index])?.inputs ?? [];
  if (input !== undefined) return inputs.find((fact) => fact.id === input || fact.aliases.includes(input));
  const measured = inputs.filter((fact) => fact.defaultValue === undefined);
  return measured.length === 1 ? measured[0] : undefined;
}

function isNotApplicable(datum: Datum): boolean {
  const { value } = datum;
  if (datum.input !== undefined) return false;
  return (
    value === "not_applicable" ||
    value === "NA" ||
    value === "N/A" ||
    (typeof value === "object" && value !== null && "not_applicable" in value)
  );
}

function show(datum: Datum): Message {
  if (isNotApplicable(datum)) return message('"không áp dụng"', '"not applicable"');
  const { value } = datum;
  const text = typeof value === "string" ? `"${shown(value)}"` : shown(JSON.stringify(value));
  return message(text, text);
}
