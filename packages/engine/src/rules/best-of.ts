import { defineRuleKind } from "./rule-kind.js";

/** The alternative that gives most: "tính điểm cho trường hợp nào có điểm cao nhất". Alternatives without a value are passed over. */
export const bestOf = defineRuleKind({
  name: "best_of",
  lower(body, context) {
    return {
      kind: "best",
      of: body.map((alternative, index) => ({
        label: alternative.label,
        plan: context.lower(alternative.rule, context.max, [...context.path, index, "rule"]),
      })),
    };
  },
});
