import { message } from "../message.js";
import { defineRuleKind, SetError } from "./rule-kind.js";

/**
 * Relative to the ranking group: to its best, or min-max within it. Until the group is complete the provisional rule
 * is used. The decisions' "Min-Max dựa vào tỷ lệ cao nhất thì điểm tối đa và giảm dần" is `to: best` (docs/adr).
 */
export const relative = defineRuleKind({
  name: "relative",
  lower(body, context) {
    const provisional =
      body.provisional && context.lower(body.provisional, context.max, [...context.path, "provisional"]);
    if (provisional?.kind === "relative")
      throw new SetError(
        message("Quy tắc tạm tính không thể lại so với nhóm", "A provisional rule cannot itself be relative"),
        [...context.path, "provisional"],
      );
    return context.register({
      kind: "relative",
      measure: context.measure(body.of, [...context.path, "of"]),
      to: body.to,
      better: body.better ?? "higher",
      max: context.max,
      provisional,
    });
  },
});
