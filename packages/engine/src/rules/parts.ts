import { defineRuleKind } from "./rule-kind.js";

/** A sum of rules, each out of its own share: "1/2*Điểm tối đa" + "1/2*Điểm tối đa". */
export const parts = defineRuleKind({
  name: "parts",
  lower(body, context) {
    return {
      kind: "sum",
      parts: body.map((part, index) => {
        const path = [...context.path, index];
        return {
          label: part.label,
          plan: context.lower(part.rule, context.worth(part, path), [...path, "rule"]),
        };
      }),
    };
  },
});
