/** Turns schema issues into sentences a person can act on. */
import type { z } from "zod";
import { type Message, message } from "../message.js";
import { shown } from "./shown.js";

export interface Located {
  readonly text: Message;
  readonly path: (string | number)[];
}

type Issue = z.core.$ZodIssue;

/** One sentence per issue. In a union the alternative that came closest speaks, not all of them. */
export function explainIssues(issues: readonly Issue[], root: unknown): Located[] {
  return issues.flatMap((issue) => explain(issue, [], root));
}

function explain(issue: Issue, base: readonly PropertyKey[], root: unknown): Located[] {
  const path = [...base, ...issue.path].map((key) => (typeof key === "number" ? key : String(key)));
  const value = at(root, path);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({
        text: message(`Không có mục "${shown(key)}" ở đây`, `Unknown key "${shown(key)}"`),
        path: [...path, key],
      }));
    case "invalid_union": {
      if (value === undefined) return [missing(path)];
      const closest = [...issue.errors].sort((a, b) => distance(a) - distance(b))[0];
      if (closest && distance(closest) < FAR) return closest.flatMap((inner) => explain(inner, path, root));
      return [{ text: notOneOf(describe(value)), path }];
    }
    case "invalid_type":
      return value === undefined ? [missing(path)] : [{ text: wrongType(issue.expected, value), path }];
    case "invalid_key":
    case "invalid_element":
      return issue.issues.flatMap((inner) => explain(inner, path, root));
    default:
      return [{ text: wrongValue(issue, describe(value)), path }];
  }
}

/** What is wrong with a value of the right type. */
function wrongValue(issue: Issue, value: Message): Message {
  switch (issue.code) {
    case "invalid_value": {
      const accepted = issue.values.map(String).join(", ");
      return message(
        `Giá trị ${value.vi} không được; chỉ nhận ${accepted}`,
        `${value.en} is not accepted; one of ${accepted} is`,
      );
    }
    case "too_small":
      return tooSmall(issue);
    case "too_big":
      return message(
        `${value.vi} quá lớn: nhiều nhất ${issue.maximum}`,
        `${value.en} is above ${issue.maximum}`,
      );
    case "not_multiple_of":
      return message(
        `${value.vi} phải chia hết cho ${issue.divisor}`,
        `${value.en} must be a multiple of ${issue.divisor}`,
      );
    case "invalid_format":
      return message(`${value.vi} sai dạng`, `${value.en} is badly formed`);
    default:
      return notOneOf(value);
  }
}

/** Too few of a list, too short a text, too small a number. */
function tooSmall({ origin, minimum }: Extract<Issue, { code: "too_small" }>): Message {
  if (origin === "string") return message("Không được để trống", "It may not be empty");
  if (origin === "array" || origin === "set")
    return message(`Cần ít nhất ${minimum} mục`, `At least ${minimum} needed`);
  return message(`Phải từ ${minimum} trở lên`, `It must be at least ${minimum}`);
}

/** Kinds of content as a person would call them. */
const TYPES: Readonly<Record<string, Message>> = {
  string: message("chữ", "text"),
  number: message("số", "a number"),
  int: message("số nguyên", "a whole number"),
  boolean: message("true hoặc false", "true or false"),
  array: message('danh sách (mỗi dòng bắt đầu bằng "- ")', "a list"),
  object: message('các mục "tên: giá trị"', 'entries "name: value"'),
  record: message('các mục "tên: giá trị"', 'entries "name: value"'),
  null: message("để trống", "nothing"),
};

function wrongType(expected: string, value: unknown): Message {
  const wanted = TYPES[expected] ?? message("dạng khác", "another form");
  const found = describe(value);
  if (expected === "string" && typeof value === "number")
    return message(
      `Cần chữ, đang là số ${found.vi}; đặt trong ngoặc kép: "${found.vi}"`,
      `Expected text, found the number ${found.en}; put it in quotes: "${found.en}"`,
    );
  return message(`Cần ${wanted.vi}, đang là ${found.vi}`, `Expected ${wanted.en}, found ${found.en}`);
}

/** What the keys that nobody may leave out are called. */
const NAMED: Readonly<Record<string, string>> = {
  unit: "tên đơn vị",
  units: "danh sách đơn vị",
  code: "mã",
  title: "tên",
  kind: "loại",
  label: "tên số liệu",
  indicators: "danh sách chỉ số",
  years: "năm áp dụng",
  legal_basis: "căn cứ",
};

function missing(path: (string | number)[]): Located {
  const name = String(path.at(-1) ?? "");
  const called = NAMED[name];
  return {
    text: message(`Thiếu mục "${name}"${called === undefined ? "" : ` (${called})`}`, `"${name}" is missing`),
    path,
  };
}

const FAR = 1000;

/** How far an alternative of a union is from fitting: a wrong type at the very top, or a foreign key, is far. */
function distance(issues: readonly Issue[]): number {
  let sum = 0;
  for (const issue of issues) {
    const top = issue.path.length === 0;
    const missing = issue.path.length === 1 && issue.code === "invalid_type" && issue.input === undefined;
    sum += top || missing ? FAR : 1;
  }
  return sum;
}

function notOneOf({ vi, en }: Message): Message {
  return message(`${vi} không phải dạng được nhận ở đây`, `${en} is not of a form accepted here`);
}

function describe(value: unknown): Message {
  if (value === null || value === undefined) return message("(trống)", "(nothing)");
  if (Array.isArray(value)) return message(`danh sách ${value.length} mục`, `a list of ${value.length}`);
  if (typeof value === "object") {
    const keys = `{${shown(Object.keys(value).slice(0, 4).join(", "))}}`;
    return message(keys, keys);
  }
  const text = typeof value === "string" ? `"${shown(value)}"` : String(value);
  return message(text, text);
}

function at(root: unknown, path: readonly (string | number)[]): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}
