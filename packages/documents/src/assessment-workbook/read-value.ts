/** What a cell says, by the kind of its field: the value in the form that is stored, or why there is none. */
import { type Fact, formatExact, type Message, message, readValue } from "@opendti/engine";
import { cleanCharacters } from "../blocks/clean.js";
import { dayOf } from "../xlsx/number-format.js";
import type { StoredCell } from "../xlsx/stored-cells.js";
import { offered } from "./layout.js";
import type { FieldValue } from "./types.js";

/** `value` null: the cell is empty. `message` beside a value: how it was understood. */
export type CellReading =
  | { readonly value: FieldValue | null; readonly message?: Message }
  | { readonly fault: Message };

type Cell = StoredCell | undefined;

const EMPTY: CellReading = { value: null };
const TEXT_CHARACTERS = 10_000;
const LINK_CHARACTERS = 2_000;
/** More than there is of anything that is counted. */
const MOST_COUNTED = 999_999_999_999n;

const fault = (vi: string, en: string): CellReading => ({ fault: message(vi, en) });

/** Reads one cell as the value of a field (or of a column of a table); several options as `1; 3`. */
export function readCell(fact: Fact, cell: Cell): CellReading {
  if (cell === undefined) return EMPTY;
  if (cell.kind === "error")
    return fault(`ô đang báo lỗi ${shortly(cell.error)}`, `the cell shows the error ${shortly(cell.error)}`);
  if (cell.kind === "no-result")
    return fault(
      "công thức chưa có kết quả; mở bằng Excel hoặc LibreOffice, tính lại rồi lưu, hoặc dán thành giá trị",
      "the formula has no result; open it in Excel or LibreOffice, recalculate and save, or paste it as a value",
    );
  const reading = readFilled(fact, cell);
  return "fault" in reading && cell.kind === "number"
    ? { fault: withComma(reading.fault, cell.number) }
    : reading;
}

/** A number in the quotes of a fault, as spreadsheets show it here. A text stays as it was typed. */
const withComma = ({ vi, en }: Message, number: string): Message =>
  message(vi.replaceAll(`"${number}"`, `"${number.replace(".", ",")}"`), en);

function readFilled(fact: Fact, cell: Filled): CellReading {
  switch (fact.kind) {
    case "yes_no":
      return readYesNo(fact, cell);
    case "choice":
      return readChoice(fact, cell);
    case "choices":
      return readChoices(fact, cell);
    case "date":
      return readDay(cell);
    case "text":
      return readText(cell);
    case "link":
      return readLink(cell);
    case "table":
      return fault("bảng được điền ở sheet riêng", "a table is filled in on a sheet of its own");
    default:
      return readNumber(fact, cell);
  }
}

type Filled = Exclude<StoredCell, { readonly kind: "error" } | { readonly kind: "no-result" }>;

function readNumber(fact: Fact, cell: Filled): CellReading {
  if (cell.kind === "day" || (cell.kind === "number" && cell.day !== undefined)) {
    const day = vietnameseDay(cell.day ?? "");
    return fault(
      `ô đang là ngày ${day}, cần một số; bảng tính có thể đã đổi số thành ngày: đặt lại định dạng Số rồi gõ lại`,
      `the cell is the day ${day}, a number is needed; the spreadsheet may have made a day of it: set the format to Number and type it again`,
    );
  }
  if (cell.kind === "boolean")
    return fault("ô đang là đúng/sai, cần một số", "the cell is true or false, a number is needed");
  if (cell.kind === "number") return storedNumber(fact, cell);
  const text = cell.text.trim();
  const plain = ungrouped(text);
  if (plain === undefined) return twoWays(text);
  const read = settled(fact, readValue(fact, plain));
  if ("fault" in read || read.value === null) return read;
  const number = String(read.value);
  if (fact.kind === "percent" && !text.endsWith("%") && Number(number) > 1) return percentMeant(number);
  return {
    ...read,
    message: message(
      `ô là chữ "${shortly(text)}", đọc thành ${number.replace(".", ",")}`,
      `the cell is the text "${shortly(text)}", read as ${number}`,
    ),
  };
}

function storedNumber(fact: Fact, cell: Extract<Filled, { kind: "number" }>): CellReading {
  const read = settled(fact, readValue(fact, cell.number, "stored"));
  if ("fault" in read || fact.kind !== "percent" || cell.percent || Number(cell.number) <= 1) return read;
  return percentMeant(cell.number);
}

/** 80 without its sign is 8,000%: whoever means 80% has to say so, whatever the form asks. */
function percentMeant(number: string): CellReading {
  const times100 = String(Number((Number(number) * 100).toPrecision(15)));
  const written = number.replace(".", ",");
  return fault(
    `${written} là ${times100.replace(".", ",")}%; nếu là ${written}% thì gõ cả dấu %`,
    `${number} is ${times100}%; if ${number}% is meant, type the sign % too`,
  );
}

/** Digits in groups by blanks or commas, where only that can be meant; undefined where a comma reads two ways. */
function ungrouped(text: string): string | undefined {
  if (/^-?\d{1,3}( \d{3})+(,\d+)?$/.test(text)) return text.replaceAll(" ", "");
  if (/^-?\d{1,3}(,\d{3})+\.\d+$/.test(text) || /^-?\d{1,3}(,\d{3}){2,}$/.test(text))
    return text.replaceAll(",", "");
  return /^-?[1-9]\d{0,2},\d{3}$/.test(text) ? undefined : text;
}

function twoWays(text: string): CellReading {
  const whole = text.replace(",", "");
  const [, left = "", right = ""] = /^(.*),(\d+)$/.exec(text) ?? [];
  const short = right.replace(/0+$/, "");
  const decimal = short === right ? `${left},${right}0` : short === "" ? left : `${left},${short}`;
  return fault(
    `"${text}" đọc được hai cách: viết ${whole} nếu dấu phẩy ngăn cách hàng nghìn, viết ${decimal} nếu dấu phẩy là dấu thập phân`,
    `"${text}" can be read two ways: write ${whole} if the comma separates thousands, ${decimal.replace(",", ".")} if it is the decimal sign`,
  );
}

/** The engine's reading in the form that is stored. */
function settled(fact: Fact, read: ReturnType<typeof readValue>): CellReading {
  if (read === undefined) return EMPTY;
  if ("vi" in read) return { fault: read };
  if (fact.kind === "count" && read.n > MOST_COUNTED * read.d)
    return fault("số đếm quá lớn: nhiều nhất 12 chữ số", "the count is too large: at most 12 digits");
  return { value: formatExact(read) };
}

function readYesNo(fact: Fact, cell: Filled): CellReading {
  if (cell.kind === "boolean") return { value: cell.value };
  if (cell.kind === "day" || (cell.kind === "number" && cell.day !== undefined))
    return fault("ô đang là ngày, cần Có hoặc Không", "the cell is a day, yes or no is needed");
  const text = cell.kind === "number" ? cell.number : cell.text.trim();
  const word = text.toLowerCase();
  if (/^(?:đúng|v|✓|☑|☒)$/u.test(word)) return { value: true };
  if (/^(?:sai|☐)$/u.test(word)) return { value: false };
  const read = readValue(fact, text);
  if (read === undefined) return EMPTY;
  if ("vi" in read)
    return fault(
      `"${shortly(text)}" không phải có/không; chọn Có hoặc Không`,
      `"${shortly(text)}" is not yes or no; choose Có or Không`,
    );
  return { value: read.n !== 0n };
}

/** By its place, its label, or both as the drop-down offers them; a place that goes with another label is refused. */
function readChoice(fact: Fact, cell: Filled): CellReading {
  if (cell.kind === "day" || cell.kind === "boolean" || (cell.kind === "number" && cell.day !== undefined))
    return fault("cần chọn một phương án trong danh sách", "choose one of the options of the list");
  const text = cell.kind === "number" ? cell.number : cell.text.trim();
  const folded = fold(text);
  const chosen = fact.options.findIndex((_, index) => fold(offered(fact, index + 1)) === folded);
  if (chosen >= 0) return { value: chosen + 1 };
  const read = readValue({ ...fact, kind: "choice" }, text);
  if (read !== undefined && !("vi" in read)) return { value: Number(read.n / read.d) };
  // The label written out after its number, as the form prints it.
  const [, place = "", label = ""] = /^(\d{1,4})\.\s*(\S[\s\S]*)$/.exec(text) ?? [];
  const printed = fact.options[Number(place) - 1];
  if (label !== "" && printed !== undefined && fold(printed) === fold(label)) return { value: Number(place) };
  return read === undefined ? EMPTY : { fault: read };
}

function readChoices(fact: Fact, cell: Filled): CellReading {
  if (cell.kind === "number" && cell.day === undefined) return placesOf(fact, [cell.number]);
  if (cell.kind !== "text")
    return fault("cần các số thứ tự phương án, như 1; 3", "places of options are needed, such as 1; 3");
  return placesOf(fact, cell.text.split(/[;\n]/));
}

function placesOf(fact: Fact, texts: readonly string[]): CellReading {
  const places = new Set<number>();
  for (const text of texts) {
    if (text.trim() === "") continue;
    const read = readChoice(fact, { kind: "text", text });
    if ("fault" in read) return read;
    if (typeof read.value === "number") places.add(read.value);
  }
  return places.size === 0 ? EMPTY : { value: [...places].sort((one, other) => one - other) };
}

/** A day in any form that spreadsheets and people give it; day before month, as here. */
function readDay(cell: Filled): CellReading {
  switch (cell.kind) {
    case "day":
      return { value: cell.day };
    case "number":
      return cell.day === undefined ? dayOfNumber(cell) : { value: cell.day };
    case "boolean":
      return notADay("đúng/sai");
    case "text":
      return dayOfText(cell.text.trim());
  }
}

/** A day whose cell lost its format: days since 1900. A small number, such as a year, is none. */
function dayOfNumber({ number, from1904 }: Extract<Filled, { kind: "number" }>): CellReading {
  const day = /^[2-9]\d{4}(?:\.\d+)?$/.test(number) ? dayOf(Number(number), from1904) : undefined;
  return day === undefined ? notADay(number) : { value: day };
}

function dayOfText(text: string): CellReading {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text);
  const written =
    /^(?:ngày\s*)?(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4})$/iu.exec(text) ??
    /^(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})\s*,?\s+năm\s+(\d{4})$/iu.exec(text);
  const [year, month, day] = iso ? iso.slice(1, 4) : [written?.[3], written?.[2], written?.[1]];
  if (year === undefined || month === undefined || day === undefined) return notADay(text);
  const value = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${value}T00:00:00Z`);
  // 31/02 is a day to JavaScript, in March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value) ? { value } : notADay(text);
}

const notADay = (text: string): CellReading =>
  fault(
    `"${shortly(text)}" không phải ngày có thật; viết ngày/tháng/năm, như 15/07/2022`,
    `"${shortly(text)}" is no real day; write day/month/year, such as 15/07/2022`,
  );

function readText(cell: Filled): CellReading {
  const text = textOf(cell);
  if (text.length > TEXT_CHARACTERS)
    return fault(`tối đa ${TEXT_CHARACTERS} ký tự`, `at most ${TEXT_CHARACTERS} characters`);
  if (cell.kind !== "number" || cell.day !== undefined || !/^\d{8,10}$/.test(text)) return { value: text };
  return {
    value: text,
    message: message(
      "ô là số, đã đọc thành chữ; nếu là số điện thoại hoặc mã bắt đầu bằng 0 thì gõ thêm dấu nháy ' ở đầu",
      "the cell is a number, read as text; if it is a telephone number or a code that begins with 0, type ' before it",
    ),
  };
}

/** What the cell shows, as text. */
export function textOf(cell: Filled): string {
  switch (cell.kind) {
    case "text":
      return cell.text.trim();
    case "number":
      return cell.day === undefined ? cell.number : vietnameseDay(cell.day);
    case "day":
      return vietnameseDay(cell.day);
    case "boolean":
      return cell.value ? "TRUE" : "FALSE";
  }
}

function readLink(cell: Filled): CellReading {
  const link = webAddress(textOf(cell));
  return link === undefined ? notALink() : { value: link };
}

const notALink = (): CellReading =>
  fault(
    "liên kết phải bắt đầu bằng http:// hoặc https://; nếu liên kết ẩn dưới chữ, chép địa chỉ vào ô",
    "a link has to start with http:// or https://; if it hides behind words, copy the address into the cell",
  );

/** A web address as it is stored; undefined for anything else. */
export function webAddress(written: string): string | undefined {
  const address = /^[a-z][a-z0-9+.-]*:/i.test(written) ? written : `https://${written}`;
  if (written.length > LINK_CHARACTERS || /\s/.test(written) || !URL.canParse(address)) return undefined;
  return /^https?:$/.test(new URL(address).protocol) ? address : undefined;
}

const vietnameseDay = (iso: string): string => iso.split("-").reverse().join("/");

const shortly = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

const fold = (text: string): string =>
  cleanCharacters(text)
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[.;:…]$/, "")
    .toLowerCase();
