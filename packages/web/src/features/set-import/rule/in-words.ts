/** A rule in plain words, line by line: what an official reads in the place of YAML. Pure. */
import type { Language } from "../../../api/contract.js";
import type { Say } from "../../../shared/text.js";
import type { IndicatorChange } from "../model/import-work.js";
import type { Exact, RuleSource, StepSource } from "../model/set-source.js";
import { amountText } from "./amount.js";
import { sameAmount } from "./form-indicator.js";
import { formulaText } from "./formula.js";

/** One line, and how far it is set in. */
export interface WordLine {
  readonly depth: number;
  readonly text: string;
}

interface Voice {
  readonly say: Say;
  readonly language: Language;
}

/** The rule in words; nothing for a row whose points are the sum of those below. */
export function ruleInWords(rule: RuleSource | null, say: Say, language: Language): WordLine[] {
  return rule === null
    ? [{ depth: 0, text: say("imports.words.children") }]
    : linesOf(rule, 0, { say, language });
}

function linesOf(rule: RuleSource, depth: number, voice: Voice): WordLine[] {
  const { say, language } = voice;
  const line = (text: string, deeper = 0): WordLine => ({ depth: depth + deeper, text });
  const formula = (of: Exact): string => formulaText(of, language);
  const amount = (of: Exact): string => amountText(of, language);
  if ("choice" in rule) {
    const { options = [], of } = rule.choice;
    if (options.length === 0) return [line(say("imports.words.yesNo", { of: of ?? "" }))];
    return [
      line(say("imports.words.choice")),
      ...options.map((option) => line(`${option.label}: ${worthWords(option, voice)}`, 1)),
    ];
  }
  if ("proportional" in rule) {
    const { of, full_at } = rule.proportional;
    const words = { of: formula(of), full: full_at === undefined ? "" : amount(full_at) };
    return full_at === undefined
      ? [line(say("imports.words.proportional", words))]
      : [line(say("imports.words.fullAt", words)), line(say("imports.words.fullBelow", words))];
  }
  if ("bands" in rule) {
    const { of, steps } = rule.bands;
    return [
      line(say("imports.words.bands", { of: formula(of) })),
      ...steps.flatMap((step) => {
        const edges = edgeWords(step, voice);
        const where = step.label === undefined ? edges : `${step.label} (${edges})`;
        return step.rule === undefined
          ? [line(`${where}: ${worthWords(step, voice)}`, 1)]
          : [line(`${where}:`, 1), ...linesOf(step.rule, depth + 2, voice)];
      }),
    ];
  }
  if ("per_item" in rule) {
    const { of, points, cap } = rule.per_item;
    const words = { of: formula(of), points: amount(points), cap: cap === undefined ? "" : amount(cap) };
    return [line(say(cap === undefined ? "imports.words.perItem" : "imports.words.perItemCap", words))];
  }
  if ("manual" in rule) {
    const { guidance } = rule.manual;
    return [line(say("imports.words.manual")), ...(guidance === undefined ? [] : [line(guidance, 1)])];
  }
  return composed(rule, depth, voice);
}

type Composed = Extract<RuleSource, { parts: unknown } | { best_of: unknown } | { relative: unknown }>;

function composed(rule: Composed, depth: number, voice: Voice): WordLine[] {
  const { say, language } = voice;
  const line = (text: string, deeper = 0): WordLine => ({ depth: depth + deeper, text });
  if ("parts" in rule)
    return [
      line(say("imports.words.parts")),
      ...rule.parts.flatMap((part, place) => {
        const name = part.label ?? say("imports.words.part", { number: place + 1 });
        const worth = part.share ?? part.points;
        const head = worth === undefined ? `${name}:` : `${name} (${worthWords(part, voice)}):`;
        return [line(head, 1), ...linesOf(part.rule, depth + 2, voice)];
      }),
    ];
  if ("best_of" in rule)
    return [
      line(say("imports.words.bestOf")),
      ...rule.best_of.flatMap((one, place) => [
        line(`${one.label ?? say("imports.words.case", { number: place + 1 })}:`, 1),
        ...linesOf(one.rule, depth + 2, voice),
      ]),
    ];
  const { of, to, better, provisional } = rule.relative;
  const words = { of: formulaText(of, language) };
  return [
    line(say(to === "best" ? "imports.words.best" : "imports.words.range", words)),
    ...(better === "lower" ? [line(say("imports.words.lower"), 1)] : []),
    ...(provisional === undefined
      ? []
      : [line(say("imports.words.provisional"), 1), ...linesOf(provisional, depth + 2, voice)]),
  ];
}

/** "10 điểm", "điểm tối đa", "50% điểm tối đa". */
function worthWords({ share, points }: Pick<StepSource, "share" | "points">, voice: Voice): string {
  const { say, language } = voice;
  if (points !== undefined) return say("imports.words.points", { points: amountText(points, language) });
  if (share === undefined || sameAmount(share, 1)) return say("imports.words.full");
  return sameAmount(share, 0)
    ? say("imports.words.points", { points: "0" })
    : say("imports.words.share", { share: amountText(share, language) });
}

/** "từ 70% đến dưới 90%", "từ 90% trở lên", "còn lại". */
function edgeWords(step: Pick<StepSource, "ge" | "gt" | "le" | "lt">, { say, language }: Voice): string {
  const { ge, gt, le, lt } = step;
  const from = ge ?? gt;
  const to = le ?? lt;
  const [low, high] = [amountText(from, language), amountText(to, language)];
  const lower = ge === undefined ? "above" : "from";
  const upper = le === undefined ? "below" : "upTo";
  if (from !== undefined && to !== undefined) return say(`imports.words.${lower}.${upper}`, { low, high });
  if (from !== undefined) return say(`imports.words.${lower}`, { low });
  return to === undefined ? say("imports.words.rest") : say(`imports.words.${upper}`, { high });
}

/** The exceptions in words, one line each. */
export function exceptionsInWords(
  { exceptions }: Pick<IndicatorChange, "exceptions">,
  say: Say,
  language: Language,
): string[] {
  return exceptions.map(({ when, gives, sentence }) =>
    say("imports.words.exception", {
      when: formulaText(when, language),
      gives: typeof gives === "string" ? say(`imports.gives.${gives}`) : worthWords(gives, { say, language }),
      sentence,
    }),
  );
}
