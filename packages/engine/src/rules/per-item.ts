import { message } from "../message.js";
import { defineRuleKind, SetError } from "./rule-kind.js";

/** Points an item, capped: "Mỗi hoạt động ...: 1 điểm; tổng điểm không quá Điểm tối đa". */
export const perItem = defineRuleKind({
  name: "per_item",
  lower(body, context) {
    const per = context.exact(body.points, [...context.path, "points"]);
    const cap = body.cap === undefined ? context.max : context.exact(body.cap, [...context.path, "cap"]);
    if (per.n <= 0n || cap.n <= 0n)
      throw new SetError(
        message("points và cap phải lớn hơn 0", "points and cap must be above 0"),
        context.path,
      );
    return { kind: "scaled", measure: context.measure(body.of, [...context.path, "of"]), per, cap };
  },
});
