/** The schema of inputs, and of the small things that sets are made of. */
import { z } from "zod";

/** An exact number as written: `10`, `0.25`, `-3`, `80%`, `1/2`. Read by {@link parseExact}. */
export const exact = z
  .union([z.number(), z.string().regex(/^\s*-?\d+(\.\d+)?(\s*%|\s*\/\s*\d+(\.\d+)?)?\s*$/)])
  .meta({ id: "exact", description: "An exact number: 10, 0.25, 80%, 1/2" });

export const expression = z
  .union([z.string().min(1), z.number()])
  .meta({ id: "expression", description: "An expression over inputs and profile: (a+b)/c, servers = 0" });

export const id = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/)
  .meta({ description: "A name used in expressions: a, value, choice, civil_servants" });

export const slug = z.string().regex(/^[a-z0-9][a-z0-9-]*$/);

export const code = z
  .string()
  .regex(/^[0-9A-Za-zĐđ]+([.-][0-9A-Za-zĐđ]+)*$/)
  .meta({ description: "The number the document prints: 2.1.3, I.5" });

export const inputKinds = [
  "count",
  "number",
  "money",
  "percent",
  "yes_no",
  "choice",
  "choices",
  "text",
  "link",
  "date",
  "table",
] as const;

export const optionText = z.strictObject({ label: z.string().min(1), key: slug.optional() });

const column = z.strictObject({
  id,
  label: z.string().min(1),
  kind: z.enum(["count", "number", "money", "percent", "yes_no", "choice", "text", "link", "date"]),
  group: z.string().optional().meta({ description: "A heading over several columns" }),
  options: z.array(optionText).min(2).optional(),
  note: z.string().optional(),
});

export const input = z
  .strictObject({
    id,
    label: z.string().min(1),
    kind: z.enum(inputKinds),
    unit: z.string().optional().meta({ description: "The unit the document asks for: tỷ đồng, kbps" }),
    default: z.union([z.number(), z.boolean(), z.string()]).optional(),
    min: exact
      .optional()
      .meta({ description: "Smallest value that can be true; `min: 1` says a denominator is never 0" }),
    max: exact.optional(),
    options: z
      .array(optionText)
      .min(2)
      .optional()
      .meta({ description: "For choice and choices inputs that no rule lists" }),
    columns: z.array(column).min(1).optional().meta({ description: "For table inputs" }),
    breakdown: z
      .array(id)
      .min(2)
      .optional()
      .meta({ description: "Inputs whose sum this one is when it is not given itself" }),
    aliases: z.array(id).optional().meta({ description: "Other names the input is accepted under" }),
    pair_with: id.optional().meta({ description: "The input beside which this one is printed as a/b" }),
    with_link: z.boolean().optional().meta({ description: "A link is asked beside the answer" }),
    with_note: z.boolean().optional().meta({ description: "A note is asked beside the answer" }),
    required: z.boolean().optional(),
    note: z.string().optional(),
  })
  .meta({ id: "input" });
