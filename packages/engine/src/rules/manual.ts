import { ONE } from "../numbers/rational.js";
import { defineRuleKind } from "./rule-kind.js";

/** Points that an appraiser gives, up to the maximum. */
export const manual = defineRuleKind({
  name: "manual",
  lower(body, context) {
    const id = body.of ?? "points";
    context.input(id, [...context.path, "of"]);
    return {
      kind: "scaled",
      measure: context.measure(id, [...context.path, "of"]),
      per: ONE,
      cap: context.max,
    };
  },
});
