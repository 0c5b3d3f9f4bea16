/** The rule in the making: inputs found so far, what letters mean, what is doubtful. */
import type { ExceptionSource, InputSource, RuleSource } from "@opendti/engine";
import { exact, type Rational } from "@opendti/engine";
import type { BilingualText, TextSpan } from "../references/types.js";
import type { Statement } from "./statements.js";
import type { RuleTextRequest } from "./types.js";

export interface Doubt {
  readonly code: string;
  readonly text: BilingualText;
  readonly span: TextSpan | null;
  /** Rules that a person can choose from in place of the one read. */
  readonly alternatives: readonly DoubtAlternative[];
}

export interface DoubtAlternative {
  readonly label: BilingualText;
  readonly rule: RuleSource;
  readonly inputs?: readonly InputSource[];
  readonly exceptions?: readonly ExceptionSource[];
}

/** What a letter or a named quantity measures. */
export interface Quantity {
  readonly id: string;
  readonly label: string;
  readonly words: readonly string[];
}

export interface Ratio {
  readonly name: string;
  /** Over input ids: `(a+b)/c`. */
  readonly of: string;
  /** 100 where the text multiplies by 100 without "%". */
  readonly scale: Rational;
}

/** A rule of a group of statements, and the share of the indicator's maximum that it can give. */
export interface Core {
  readonly rule: RuleSource;
  readonly top: Rational;
}

/** "Số lớp (tối đa 5 lớp)", "Số lớp, tối đa 5"; not "Số hồ sơ xử lý không quá 3 ngày", which says what is counted. */
const limited =
  /\((?:tối thiểu|ít nhất) \d+\)|\((?:chỉ )?(?:tính |lấy )?(?:tối đa|không quá|không vượt quá|nhiều nhất|nhưng không|tối thiểu là)[^()]*\d|[,;]\s*(?:nhưng )?(?:tối đa|không quá|không vượt quá|nhiều nhất)\s[^()]*\d/iu;

/** "Số văn bản (văn bản mật nhân hệ số 2)", "Số văn bản, nếu lớn hơn b thì lấy bằng b": more than a count. */
const weighted =
  /^\d|\p{L}\s*\/\s*\d|\s\+\s?[a-z](?!\p{L})|nhân (?:đôi|với|hệ số|\d)|hệ số \d|gấp đôi|gấp \d|(?:tính|lấy|chỉ tính|được tính) (?:bằng |là )?\d|lấy bằng|\sx\s*\d|(?<!\p{L})nếu .*(?<!\p{L})thì(?!\p{L})/iu;

/** More questions on one text help nobody: it is another kind of text. */
const MOST_DOUBTS = 20;

export class Draft {
  readonly inputs: InputSource[] = [];
  readonly exceptions: ExceptionSource[] = [];
  readonly doubts: Doubt[] = [];
  readonly quantities: Quantity[] = [];
  readonly ratios: Ratio[] = [];
  /** All ratios of the text, of every part. */
  readonly ratioTexts: string[] = [];
  readonly aliases = new Map<string, string>();
  /** Letters of the part being read, by what the text calls them. */
  readonly letters = new Map<string, string>();
  /** Letters of all parts so far: a later part may use those of an earlier one. */
  readonly known = new Map<string, string>();
  /** What was declared already, by where it stands: definitions before the parts are read with each of them. */
  readonly declared = new Map<number, string>();
  /** Ids of choices with options of their own. */
  readonly choices = new Set<string>();
  /** What the engine's own look at the text cannot follow here: limits without "%", points taken off. */
  readonly beyondEngine = new Set<
    "text-threshold-mismatch" | "text-max-mismatch" | "text-formula-mismatch"
  >();
  /** How many quantities the formulas name in words. */
  named = 0;
  /** The ratios that formulas of points tell apart by name. */
  ratioNames: ReadonlySet<string> = new Set();
  notApplicable: "full" | "zero" | "excluded" | undefined;
  unit: string | null = null;
  /** Statements that the rule, or a doubt, takes account of: what states points and is in neither is a doubt of its own. */
  readonly used = new Set<Statement>();
  readonly max: Rational | null;

  constructor(
    readonly request: RuleTextRequest,
    readonly text: string,
  ) {
    this.max = maximumOf(request.max);
  }

  doubt(
    code: string,
    text: BilingualText,
    span: TextSpan | null,
    alternatives: readonly DoubtAlternative[] = [],
  ): void {
    if (this.doubts.length >= MOST_DOUBTS) return;
    if (this.doubts.some((each) => each.code === code && each.span?.start === span?.start)) return;
    this.doubts.push({ code, text, span, alternatives });
  }

  use(...statements: readonly Statement[]): void {
    for (const statement of statements) this.used.add(statement);
  }

  /** Adds an input; its id stays as it is unless it is taken. */
  input(input: InputSource): void {
    if (this.inputs.some(({ id }) => id === input.id)) return;
    this.inputs.push(input);
    if (input.kind !== "yes_no") this.weighs(input.label);
    if (limited.test(input.label.normalize("NFC")))
      this.doubt(
        "input-limited",
        {
          vi: `"${input.label}" nêu một giới hạn: số liệu hay số điểm dừng ở đó?`,
          en: `"${input.label}" states a limit: is it the datum or the points that stop there?`,
        },
        null,
      );
  }

  private weighs(label: string): void {
    if (!weighted.test(label.normalize("NFC"))) return;
    this.doubt(
      "input-weighted",
      {
        vi: `"${label}" nêu cách quy đổi: số liệu được khai trước hay sau khi quy đổi?`,
        en: `"${label}" says how to convert what is counted: is it declared before or after that?`,
      },
      null,
    );
  }

  /** The next letter that is no input yet. */
  freeLetter(): string {
    for (const letter of "abcdfghijklmnopqrstuvwyz")
      if (!this.inputs.some(({ id }) => id === letter) && !this.aliases.has(letter)) return letter;
    return `q${this.inputs.length}`;
  }

  freeId(base: string): string {
    if (!this.inputs.some(({ id }) => id === base)) return base;
    let index = 2;
    while (this.inputs.some(({ id }) => id === `${base}${index}`)) index++;
    return `${base}${index}`;
  }

  /** Points as a share of the maximum; undefined where the maximum is unknown or zero. */
  shareOf(worth: { readonly kind: "share" | "points"; readonly value: Rational }): Rational | undefined {
    if (worth.kind === "share" || worth.value.n === 0n) return worth.value;
    return this.max && this.max.n > 0n ? exact.divide(worth.value, this.max) : undefined;
  }
}

function maximumOf(max: string | null): Rational | null {
  const match = /^\s*(\d{1,9})(?:[.,](\d{1,9}))?\s*$/.exec(max ?? "");
  if (!match) return null;
  const [, whole = "0", decimals = ""] = match;
  return exact.rational(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}
