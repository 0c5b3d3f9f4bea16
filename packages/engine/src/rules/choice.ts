import { message } from "../message.js";
import { ZERO } from "../numbers/rational.js";
import { defineRuleKind, SetError } from "./rule-kind.js";

/** One of several named options, each a share of the maximum or points. A yes/no input needs no options: yes is all, no is 0. */
export const choice = defineRuleKind({
  name: "choice",
  lower(body, context) {
    const at = [...context.path, "of"];
    const input = context.input(body.of ?? "choice", at);
    if (input.kind !== "yes_no" && input.kind !== "choice")
      throw new SetError(
        message(`"${input.id}" phải là choice hoặc yes_no`, `"${input.id}" must be a choice or a yes_no`),
        at,
      );
    if (!body.options) {
      if (input.kind !== "yes_no")
        throw new SetError(
          message("Quy tắc choice thiếu options", "The choice rule lacks options"),
          context.path,
        );
      return {
        kind: "table",
        slot: input.slot,
        first: 0,
        rows: [
          { label: "Không", points: ZERO },
          { label: "Có", points: context.max },
        ],
      };
    }
    const rows = body.options.map((option, index) => ({
      label: option.label,
      points: context.worth(option, [...context.path, "options", index]),
    }));
    if (input.kind === "yes_no" && rows.length !== 2)
      throw new SetError(
        message(
          "Câu trả lời có/không cần đúng hai phương án: có, rồi không",
          "A yes/no needs exactly two options: yes, then no",
        ),
        [...context.path, "options"],
      );
    return {
      kind: "table",
      slot: input.slot,
      first: input.kind === "yes_no" ? 0 : 1,
      rows: input.kind === "yes_no" ? rows.reverse() : rows,
    };
  },
});
