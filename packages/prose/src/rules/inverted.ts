/** Ratios that divide a whole by its part, and so are never below 100%: likely the letters are exchanged. */
import type { RuleSource } from "@opendti/engine";
import { tokensOf } from "../text/tokens.js";
import type { Draft } from "./draft.js";
import { message } from "./questions.js";
import { wordsOf } from "./source-text.js";

/** "a = Số văn bản điện tử; b = Tổng số văn bản; Tỷ lệ = b/a" */
export function invertedRatios(rule: RuleSource, draft: Draft): void {
  for (const [, above = "", below = ""] of JSON.stringify(rule).matchAll(
    /(?<![a-z\d])([a-z]\d{0,2})\/([a-z]\d{0,2})(?![a-z\d])/gu,
  )) {
    const [whole, part] = [above, below].map((id) => draft.inputs.find((input) => input.id === id)?.label);
    if (whole === undefined || part === undefined || !isPartOf(part, whole)) continue;
    draft.doubt(
      "ratio-inverted",
      message(
        `Tỷ lệ lấy "${whole}" chia cho "${part}", là một phần của nó. Có đảo tử số và mẫu số không?`,
        `The ratio divides "${whole}" by "${part}", which is a part of it. Are the two exchanged?`,
      ),
      null,
    );
  }
}

/** "Số văn bản điện tử" of "Tổng số văn bản": the same things, told more narrowly. */
function isPartOf(part: string, whole: string): boolean {
  const [narrow, wide] = [part.normalize("NFC"), whole.normalize("NFC")];
  if (!total.test(wide) || total.test(narrow) || !number.test(narrow)) return false;
  const things = wordsOf(tokensOf(wide.replace(total, "").replace(of, "")));
  const own = wordsOf(tokensOf(narrow.replace(number, "")));
  return things.length > 0 && own.length > things.length && things.every((word, at) => own[at] === word);
}

const total = /^tổng( số)?( lượng)?\s+/iu;
const number = /^số( lượng)?\s+/iu;
/** What only says where or when the things are counted. */
const of = /\s(?:\(|của |trong |đã |được |phải |theo |do |tại |trên |có ).*$/u;
