/** The lines of one row of a table copied out of a PDF, told apart by where its points stand. */
import type { Budget } from "../blocks/budget.js";
import { isAgency, isDeadline, isNumber, speaksOfPoints } from "../columns/kinds.js";
import type { ColumnRole } from "../columns/types.js";
import type { TextLine } from "./lines.js";
import { seatInOrder } from "./stacked.js";

export interface ReadRow {
  /** One a column; "" in those of the number and of the points. */
  readonly texts: readonly string[];
  readonly max: string;
  /** Cases that are rows of their own, with their points. */
  readonly options: readonly { readonly title: string; readonly max: string; readonly line: number }[];
  /** Where a cell ends is a guess. */
  readonly unsure: boolean;
}

interface Points {
  readonly max: string;
  readonly before: readonly TextLine[];
  readonly after: readonly TextLine[];
  readonly unsure: boolean;
}

const BULLET = /^[-+•*–▪]\s*\S/u;
const DEFINES = /^[a-zđ]\d?\s*=/u;
/** Points are written so: no year, no "04". */
const POINTS = String.raw`(?:[1-9]\d{0,2}|0|1\.000)(?:[.,]\d{1,2})?`;
const LEADS = new RegExp(`^(${POINTS})\\s+(\\S.*)$`, "u");
const INNER = new RegExp(
  `(?<=[\\p{L})”",.%])\\s+(${POINTS})\\s+([-+•]\\s|[a-zđ]\\d?\\s*=|\\d[.)]\\s|\\p{Lu}\\p{Ll})`,
  "gu",
);
const TRAILS = new RegExp(`^(.*[^\\s:=*/+(-])\\s+(${POINTS})$`, "u");
/** After these words a number belongs to the words. */
const COUNTS =
  /(?:^|\s)(?:năm|cấp|mức|mức độ|tháng|quý|số|đủ|điều|loại|thứ|ngày|khoản|có|từ|đến|là|trên|dưới|bảng|mục|nhóm|và|hoặc)$/iu;

const beginsRule = (text: string): boolean => BULLET.test(text) || DEFINES.test(text);

/** Whether the points of a row stand among its lines already. */
export function pointsStand(lines: readonly TextLine[], roles: readonly ColumnRole[]): boolean {
  return pointsOf(lines, roles) !== undefined;
}

/** Whether something stands behind the points of a row. */
export function wordsBehindPoints(lines: readonly TextLine[], roles: readonly ColumnRole[]): boolean {
  const points = pointsOf(lines, roles);
  return points !== undefined && points.after.length > 0 && optionsOf(points.after).length === 0;
}

/** Tells the cells of a row apart. */
export function readRow(lines: readonly TextLine[], roles: readonly ColumnRole[], budget: Budget): ReadRow {
  const texts = roles.map(() => "");
  const points = pointsOf(lines, roles);
  const [title, max] = [roles.indexOf("title"), roles.indexOf("max")];
  const beforeMax = roles.slice(title + 1, max).length > 0;
  if (!points || beforeMax) return lastPoints(points?.before ?? lines, points?.max ?? "", texts, roles);
  texts[title] = joined(points.before);
  const options = optionsOf(points.after);
  if (options.length > 0) return { texts, max: points.max, options, unsure: points.unsure };
  const rest = roles.slice(max + 1);
  const seated = seatRest(points.after, rest, budget);
  seated.texts.forEach((text, at) => {
    texts[max + 1 + at] = text;
  });
  // Another number that leads a rule or stands alone is of another row, or of the page.
  const stray = points.after.some(
    ({ text }) => isNumber(text) || (LEADS.test(text) && beginsRule(text.replace(LEADS, "$2"))),
  );
  return { texts, max: points.max, options: [], unsure: points.unsure || seated.unsure || stray };
}

function joined(lines: readonly TextLine[]): string {
  return lines.map(({ text }) => text).join("\n");
}

function pointsOf(lines: readonly TextLine[], roles: readonly ColumnRole[]): Points | undefined {
  const max = roles.indexOf("max");
  if (max > roles.indexOf("title") + 1) return endingPoints(lines, roles.length - 1 - max);
  for (const [at, { text, number }] of lines.entries()) {
    if (at > 0 && isNumber(text) && !/^0\d/.test(text))
      return { max: text, before: lines.slice(0, at), after: lines.slice(at + 1), unsure: false };
    const [, own = "", rest = ""] = (at > 0 && LEADS.exec(text)) || [];
    if (own !== "" && /^(?:\p{Lu}|[-+•(<>≥≤]|\d[.)]\s|[a-zđ]\d?\s*=)/u.test(rest))
      return {
        max: own,
        before: lines.slice(0, at),
        after: [{ text: rest, number }, ...lines.slice(at + 1)],
        unsure: false,
      };
    const inner = innerPoints(lines, at);
    if (inner) return inner;
    const next = lines[at + 1];
    if (next === undefined || beginsRule(next.text)) return trailingPoints(lines, at);
  }
  return undefined;
}

/** "Tỷ lệ ký số 8 a = Số văn bản": a title of one line, the points and the first line of the rule beside it. */
function innerPoints(lines: readonly TextLine[], at: number): Points | undefined {
  const line = lines[at];
  if (!line) return undefined;
  const next = lines[at + 1]?.text ?? "";
  for (const found of line.text.matchAll(INNER)) {
    const [all, max = "", begins = ""] = found;
    const words = line.text.slice(0, found.index);
    const rule = line.text.slice(found.index + all.length - begins.length);
    const plainWords = /^\p{Lu}/u.test(begins);
    // A number before a capital may be of the title, whose points then follow.
    if (plainWords && (COUNTS.test(words) || laterPoints(lines, at + 1))) continue;
    return {
      max,
      before: [...lines.slice(0, at), { ...line, text: words }],
      after: [{ ...line, text: rule }, ...lines.slice(at + 1)],
      unsure: /^\p{Ll}/u.test(next) && !DEFINES.test(next),
    };
  }
  return undefined;
}

function laterPoints(lines: readonly TextLine[], from: number): boolean {
  for (const { text } of lines.slice(from)) {
    if (isNumber(text) || LEADS.test(text)) return true;
    if (beginsRule(text)) return false;
  }
  return false;
}

/** "Nhận thức số 20": the points stand on the last line of the title. */
function trailingPoints(lines: readonly TextLine[], at: number): Points | undefined {
  const line = lines[at];
  const next = lines[at + 1];
  if (next && (isNumber(next.text) || LEADS.test(next.text))) return undefined;
  const [, words = "", max = ""] = TRAILS.exec(line?.text ?? "") ?? [];
  if (!line || max === "") return undefined;
  return {
    max,
    before: [...lines.slice(0, at), { ...line, text: words }],
    after: lines.slice(at + 1),
    unsure: COUNTS.test(words),
  };
}

/** Points in the last column, or before columns of few words. */
function endingPoints(lines: readonly TextLine[], behind: number): Points | undefined {
  if (behind > 0) return undefined;
  const line = lines.at(-1);
  if (!line) return undefined;
  if (isNumber(line.text)) return { max: line.text, before: lines.slice(0, -1), after: [], unsure: false };
  const [, words = "", max = ""] = TRAILS.exec(line.text) ?? [];
  if (max === "") return undefined;
  return {
    max,
    before: [...lines.slice(0, -1), { ...line, text: words }],
    after: [],
    unsure: COUNTS.test(words),
  };
}

/** The points stand behind the rule: it begins where the title can have ended. */
function lastPoints(
  lines: readonly TextLine[],
  max: string,
  texts: string[],
  roles: readonly ColumnRole[],
): ReadRow {
  const clear = lines.findIndex(({ text }, at) => at > 0 && beginsRule(text));
  const spoken = lines.findIndex(({ text }, at) => at > 0 && /^\p{Lu}/u.test(text) && speaksOfPoints(text));
  const begins = clear > 0 && (spoken < 0 || clear <= spoken) ? clear : spoken > 0 ? spoken : lines.length;
  const title = roles.indexOf("title");
  const rule = roles.indexOf("rule");
  texts[title] = joined(lines.slice(0, begins));
  if (rule >= 0) texts[rule] = joined(lines.slice(begins));
  const others = roles.length > (rule >= 0 ? 4 : 3);
  // A line that begins anew before the first item may be of the rule already.
  const anew = lines.slice(1, begins).some(({ text }) => /^[\p{Lu}\d]/u.test(text));
  return { texts, max, options: [], unsure: max === "" || begins !== clear || others || anew };
}

/** Bullets that each end with a number are cases with their points in the column of points. */
function optionsOf(lines: readonly TextLine[]): ReadRow["options"] {
  if (!lines.some(({ text }) => isNumber(text)) && !lines.every(({ text }) => TRAILS.test(text))) return [];
  const cases: TextLine[][] = [];
  for (const line of lines) {
    if (BULLET.test(line.text)) cases.push([line]);
    else if (cases.length === 0) return [];
    else cases.at(-1)?.push(line);
  }
  const options = cases.map((own) => {
    const points = endingPoints(own, 0);
    return points && !speaksOfPoints(joined(own))
      ? { title: joined(points.before), max: points.max, line: own[0]?.number ?? 1 }
      : undefined;
  });
  return options.every((option) => option !== undefined) ? options : [];
}

/** Roles whose words look like any other. */
const FREE: ReadonlySet<ColumnRole> = new Set([
  "evidence",
  "note",
  "declared",
  "source",
  "unknown",
  "unit",
  "group",
]);
const ENDS_RULE = /(?:[.;:)]|điểm|đa|a\/b|%)$/iu;

/** The lines behind the points, in the order of the columns that follow. */
function seatRest(
  lines: readonly TextLine[],
  roles: readonly ColumnRole[],
  budget: Budget,
): { texts: readonly string[]; unsure: boolean } {
  if (roles.length === 0) return { texts: [], unsure: lines.length > 0 };
  if (roles.length === 1) return { texts: [joined(lines)], unsure: false };
  const apart = lines.flatMap(agencyApart);
  const texts = seatInOrder(apart, roles, budget);
  const rule = texts[roles.indexOf("rule")] ?? "";
  const clean = roles.every((role, at) => {
    const text = texts[at] ?? "";
    if (text === "" || role === "rule") return true;
    if (role === "lead" || role === "coordinating") return isAgency(text.replaceAll("\n", " "));
    return role === "deadline" ? isDeadline(text.replaceAll("\n", " ")) : false;
  });
  const free = roles.some((role) => FREE.has(role));
  return { texts, unsure: lines.length > 0 && (free || !clean || (rule !== "" && !ENDS_RULE.test(rule))) };
}

/** "Sở Nội vụ Tháng 12/2026": two cells of one line of the page. */
function agencyApart(line: TextLine): TextLine[] {
  if (!isAgency(line.text)) return [line];
  const words = line.text.split(" ");
  for (let at = 1; at < words.length; at += 1) {
    const rest = words.slice(at).join(" ");
    if (/^(?:\p{Lu}|\d)/u.test(rest) && !isAgency(rest) && isDeadline(rest))
      return [
        { ...line, text: words.slice(0, at).join(" ") },
        { ...line, text: rest },
      ];
  }
  return [line];
}
