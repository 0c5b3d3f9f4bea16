/** Scores a bundle's input once more, unit by unit, and holds the outcome against the results line by line. */
import {
  CampaignScorer,
  type CompiledSet,
  leavesFirst,
  ResultText,
  type RunHead,
  type RunUnit,
  resultDifference,
  resultLine,
  runInputLine,
  type UnitResult,
} from "@opendti/engine";
import type { BundleDifference } from "./difference.js";
import { type BundleManifest, PARTS } from "./format.js";
import { type PackedLines, Unpackable } from "./packed-lines.js";

export interface Rescored {
  /** Units whose results were computed again. */
  readonly rescored: number;
  /** Ids of the input's units. */
  readonly units: ReadonlySet<string>;
  readonly differences: readonly BundleDifference[];
  /** Both parts were read to their ends, so that their unpacked hashes are known. */
  readonly readWhole: boolean;
}

/** Units scored between two words to whoever waits. */
const SLICE = 100;
/** Characters of a line that are told. */
const SHOWN = 80;

export async function rescore(
  set: CompiledSet,
  manifest: BundleManifest,
  { input, results }: { readonly input: PackedLines; readonly results: PackedLines },
  { most, tell }: { readonly most: number; readonly tell: (units: number) => void },
): Promise<Rescored> {
  const units = new Set<string>();
  const scorer = new CampaignScorer(set);
  let taken = 0;
  const wrong = await takeUnits(input, manifest, (unit) => {
    taken += 1;
    if (taken > most) throw new Unpackable("too-large");
    scorer.add(unit);
    units.add(unit.unit.id);
    if (taken % SLICE === 0) tell(taken);
  });
  if (wrong !== undefined) return { rescored: 0, units, differences: [wrong], readWhole: false };
  let comparison: Comparison | undefined;
  try {
    comparison = new Comparison(set, scorer.results());
    for await (const line of results) if (!comparison.take(line)) break;
  } catch (cause) {
    const differences = [unreadable(PARTS.results, cause, comparison?.line ?? 0)];
    return { rescored: comparison?.compared ?? 0, units, differences, readWhole: false };
  }
  const differences = comparison.end();
  return { rescored: comparison.compared, units, differences, readWhole: !comparison.stopped };
}

/** Reads the input to its end. */
async function takeUnits(
  lines: PackedLines,
  manifest: BundleManifest,
  take: (unit: RunUnit) => void,
): Promise<BundleDifference | undefined> {
  let line = 0;
  let ended = false;
  let wrong: BundleDifference | undefined;
  try {
    for await (const text of lines) {
      line += 1;
      if (line === 1) wrong = headDifference(runInputLine.head(text), manifest);
      else {
        if (ended) return { ...unreadable(PARTS.input, undefined, line), found: text.slice(0, SHOWN) };
        const unit = runInputLine.unit(text);
        if (unit === undefined) ended = true;
        else take(unit);
      }
    }
  } catch (cause) {
    return unreadable(PARTS.input, cause, line);
  }
  return ended ? wrong : unreadable(PARTS.input, undefined, line);
}

function headDifference(head: RunHead, { campaign, set }: BundleManifest): BundleDifference | undefined {
  const pairs = [
    ["campaign.id", campaign.id, head.campaign?.id],
    ["campaign.year", campaign.year, head.campaign?.year],
    ["set.id", set.id, head.set?.id],
    ["set.version", set.version, head.set?.version],
    ["set.hash", set.hash, head.set?.hash],
  ] as const;
  const other = pairs.find(([, expected, found]) => expected !== found);
  if (other === undefined) return undefined;
  const [code, expected, found] = other;
  return {
    what: "input",
    file: PARTS.input,
    line: 1,
    code,
    expected: String(expected),
    found: String(found),
  };
}

function unreadable(file: string, cause: unknown, line: number): BundleDifference {
  const what = cause instanceof Unpackable && cause.reason === "too-large" ? "too-large" : "unreadable";
  return { what, file, line, expected: null, found: null };
}

/** Recorded lines against those computed again. Points are named before ranks and totals, which only follow from them. */
class Comparison {
  line = 0;
  compared = 0;
  /** A difference was found that leaves nothing to be looked for. */
  stopped = false;
  private first: BundleDifference | undefined;
  private followed: BundleDifference | undefined;
  private readonly text = new ResultText();
  private readonly codes: readonly string[];
  /** The line of codes, before the first result's own. */
  private opening: string | undefined;
  /** As the lines hold them. */
  private written: readonly string[] = [];
  private next: { readonly result: UnitResult; readonly text: string } | undefined;

  constructor(
    set: CompiledSet,
    private readonly found: Iterator<UnitResult>,
  ) {
    this.codes = leavesFirst(set);
    this.advance();
  }

  /** @returns whether to go on. */
  take(line: string): boolean {
    this.line += 1;
    if (this.line === 1) {
      if (line === this.opening) return true;
      this.stop({
        what: "text",
        expected: this.opening?.slice(0, SHOWN) ?? null,
        found: line.slice(0, SHOWN),
      });
      return false;
    }
    if (this.next === undefined) {
      this.stop({ what: "unit", expected: null, found: line.slice(0, SHOWN) });
      return false;
    }
    const { result, text } = this.next;
    if (line !== text) this.differs(result, line);
    this.compared += 1;
    this.advance();
    return !this.stopped;
  }

  /** What was found, after the last line. */
  end(): readonly BundleDifference[] {
    if (!this.stopped && this.next !== undefined) {
      const { unit } = this.next.result;
      this.stop({ what: "unit", unit, expected: unit.id, found: null });
    }
    const one = this.first ?? this.followed;
    return one === undefined ? [] : [one];
  }

  private advance(): void {
    const { done, value } = this.found.next();
    if (done) {
      this.opening ??= this.text.end().slice(0, -1);
      this.next = undefined;
      return;
    }
    const made = this.text.add(value).slice(0, -1);
    const cut = this.opening === undefined ? made.indexOf("\n") : -1;
    if (cut >= 0) {
      this.opening = made.slice(0, cut);
      this.written = resultLine.codes(this.opening);
    }
    this.next = { result: value, text: made.slice(cut + 1) };
  }

  private differs(result: UnitResult, line: string): void {
    let stored: UnitResult;
    try {
      stored = resultLine.result(this.written, line);
    } catch {
      this.stop({ what: "unreadable", unit: result.unit, expected: null, found: line.slice(0, SHOWN) });
      return;
    }
    const { unit } = result;
    if (stored.unit.id !== unit.id) {
      this.stop({ what: "unit", unit, expected: unit.id, found: stored.unit.id });
      return;
    }
    const difference = resultDifference(this.codes, stored, result);
    if (difference === undefined) {
      this.followed ??= this.at({ what: "text", unit, expected: null, found: null });
      return;
    }
    const { kind, code, stored: is, found: again } = difference;
    const told = { unit, code, expected: again, found: is };
    if (kind === "points") this.stop({ what: "points", ...told });
    else this.followed ??= this.at({ what: "member", ...told });
  }

  private stop(difference: Omit<BundleDifference, "file" | "line">): void {
    this.first = this.at(difference);
    this.stopped = true;
  }

  private at(difference: Omit<BundleDifference, "file" | "line">): BundleDifference {
    return { file: PARTS.results, line: this.line, ...difference };
  }
}
