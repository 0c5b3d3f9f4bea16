/** Turns schema issues into sentences a person can act on. */
import type { z } from "zod";
import { type Message, message } from "../message.js";

export interface Located {
  readonly text: Message;
  readonly path: (string | number)[];
}

/** One sentence per issue. In a union the alternative that came closest speaks, not all of them. */
export function explainIssues(issues: readonly z.core.$ZodIssue[], root: unknown): Located[] {
  return issues.flatMap((issue) => explain(issue, [], root));
}

function explain(issue: z.core.$ZodIssue, base: readonly PropertyKey[], root: unknown): Located[] {
  const path = [...base, ...issue.path].map((key) => (typeof key === "number" ? key : String(key)));
  const value = at(root, path);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({
        text: message(`Không có mục "${key}" ở đây`, `Unknown key "${key}"`),
        path: [...path, key],
      }));
    case "invalid_union": {
      if (value === undefined) return [missing(path)];
      const closest = [...issue.errors].sort((a, b) => distance(a) - distance(b))[0];
      if (closest && distance(closest) < FAR) return closest.flatMap((inner) => explain(inner, path, root));
      return [{ text: notOneOf(value), path }];
    }
    case "invalid_type":
      return value === undefined
        ? [missing(path)]
        : [
            {
              text: message(
                `Cần ${issue.expected}, đang là ${describe(value)}`,
                `Expected ${issue.expected}, found ${describe(value)}`,
              ),
              path,
            },
          ];
    case "invalid_value":
      return [
        {
          text: message(
            `Giá trị ${describe(value)} không được; chỉ nhận ${issue.values.map(String).join(", ")}`,
            `${describe(value)} is not accepted; one of ${issue.values.map(String).join(", ")} is`,
          ),
          path,
        },
      ];
    case "too_small":
      return [
        {
          text: message(`Cần ít nhất ${issue.minimum} ${COUNTED}`, `At least ${issue.minimum} needed`),
          path,
        },
      ];
    case "invalid_format":
      return [{ text: message(`${describe(value)} sai dạng`, `${describe(value)} is badly formed`), path }];
    default:
      return [
        {
          text: message(`${describe(value)}: ${issue.message}`, `${describe(value)}: ${issue.message}`),
          path,
        },
      ];
  }
}

function missing(path: (string | number)[]): Located {
  const name = path.at(-1) ?? "";
  return { text: message(`Thiếu mục "${name}"`, `"${name}" is missing`), path };
}

/** What a list, a text or a number has too little of. */
const COUNTED = "mục (hoặc ký tự, đơn vị)";

const FAR = 1000;

/** How far an alternative of a union is from fitting: a wrong type at the very top, or a foreign key, is far. */
function distance(issues: readonly z.core.$ZodIssue[]): number {
  let sum = 0;
  for (const issue of issues) {
    const top = issue.path.length === 0;
    const missing = issue.path.length === 1 && issue.code === "invalid_type" && issue.input === undefined;
    sum += top || missing ? FAR : 1;
  }
  return sum;
}

function notOneOf(value: unknown): Message {
  return message(
    `${describe(value)} không phải dạng được nhận ở đây`,
    `${describe(value)} is not of a form accepted here`,
  );
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return "(trống)";
  if (Array.isArray(value)) return `[${value.length}]`;
  if (typeof value === "object") return `{${Object.keys(value).slice(0, 4).join(", ")}}`;
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}..."` : text;
}

function at(root: unknown, path: readonly (string | number)[]): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}
