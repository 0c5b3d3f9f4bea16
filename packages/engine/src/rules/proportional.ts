import { message } from "../message.js";
import { divide, ONE } from "../numbers/rational.js";
import { defineRuleKind, SetError } from "./rule-kind.js";

/** Value x maximum, all points from `full_at` on: "Tỷ lệ>=80%: Điểm tối đa; <80%: Tỷ lệ/80%*Điểm tối đa". */
export const proportional = defineRuleKind({
  name: "proportional",
  lower(body, context) {
    const fullAt =
      body.full_at === undefined ? ONE : context.exact(body.full_at, [...context.path, "full_at"]);
    if (fullAt.n <= 0n)
      throw new SetError(message("full_at phải lớn hơn 0", "full_at must be above 0"), [
        ...context.path,
        "full_at",
      ]);
    return {
      kind: "scaled",
      measure: context.measure(body.of, [...context.path, "of"]),
      per: divide(context.max, fullAt),
      cap: context.max,
    };
  },
});
