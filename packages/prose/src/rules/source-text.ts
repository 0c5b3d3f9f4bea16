/** Words of the decision as labels: as printed, in one line. */
import type { TextSpan } from "../references/types.js";
import type { Token } from "../text/tokens.js";

/** The stretch that some tokens take. */
export function spanOf(tokens: readonly Token[]): TextSpan {
  return { start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0 };
}

/** The words of a stretch as a label: composed, on one line, without the marks around it. */
export function labelOf(text: string, span: TextSpan): string {
  return text
    .slice(span.start, span.end)
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .replace(/ ([;,)]|\.(?= |$))/gu, "$1")
    .replace(/^[\s:;,.=+*•-]+|[\s:;,=+*•-]+$/gu, "")
    .replace(/\.$/u, "")
    .trim();
}

/** The keys of the words, for comparing what two stretches are about. */
export const wordsOf = (tokens: readonly Token[]): string[] =>
  tokens.filter((token) => token.kind === "word").map((token) => token.key);
