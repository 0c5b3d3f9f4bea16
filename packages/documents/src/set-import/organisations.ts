/**
 * Agencies named in the columns of a plan: one cell names several, one agency is written in several ways ("Sở TT &TT",
 * "Sở Thông tin và Truyền thông (Sở TT &TT)"), and commas stand inside names ("Các sở, ban, ngành").
 */
import { fold, freeName, oneLine, plainWords, slugOf } from "./words.js";

/** Words that begin the name of an agency; what follows a comma or "và" is a name of its own only with one of them. */
const HEADS =
  "so(?! lieu)|ubnd|uy ban|hdnd|hoi dong|van phong|cac|cuc|chi cuc|tong cuc|cong an|bao(?! ve| dam)|dai(?! hoc)|ngan hang|buu dien|viettel|vnpt|mobifone|fpt|phong(?! chong)|thanh tra|trung tam|ban(?! hanh)|bo(?! sung)|chi bo|cap uy|dang uy|tinh uy|huyen uy|thanh uy|lanh dao|cong chuc|doanh nghiep|truong|hoi(?! nhap)|doan|lien (?:doan|minh|hiep)|toa|vien(?! thong)|kho bac|bao hiem|thue|to(?! chuc)|tap doan|tong cong ty|cong ty|benh vien|bch|bi thu|giam doc|chu tich|don vi|co quan|hai quan|quan (?!ly|su|tri)|thanh pho|huyen|xa(?! hoi)|mat tran";
const HEAD = new RegExp(`^(?:${HEADS})\\b`);

/** Commas that belong to one phrase. */
const PHRASES =
  /(sở|ban|ngành|huyện|thị xã|thành phố|quận|xã|phường|thị trấn|đặc khu|cơ quan|đơn vị|tổ chức|cá nhân|văn hóa|thể thao|lao động|địa phương)(\s*,\s*)(?=(?:sở|ban|ngành|huyện|thị xã|thành phố|quận|xã|phường|thị trấn|đặc khu|cơ quan|đơn vị|tổ chức|cá nhân|thể thao|du lịch|địa phương|thương binh)(?![\p{L}]))/giu;
const HELD = "\u0001";
/** "Văn phòng HĐND và UBND xã" is one office of both. */
const ONE_OFFICE =
  /(văn phòng (?:đoàn (?:đbqh|đại biểu quốc hội)|hđnd|hội đồng nhân dân)) và (?=ubnd|u[ỷy] ban|ủy ban|hđnd|hội đồng)/giu;

/** Short forms inside names, folded and without blanks or marks between the letters. */
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/\bTT\s*&\s*TT\b|\bTTTT\b|\bTT-TT\b/gu, "Thông tin và Truyền thông"],
  [/\bKH\s*&\s*CN\b|\bKHCN\b/gu, "Khoa học và Công nghệ"],
  [/\bKH\s*&\s*ĐT\b|\bKHĐT\b|\bKH-ĐT\b/gu, "Kế hoạch và Đầu tư"],
  [/\bGD\s*&\s*ĐT\b|\bGDĐT\b|\bGD-ĐT\b/gu, "Giáo dục và Đào tạo"],
  [/\bLĐ\s*-?\s*TB\s*&\s*XH\b|\bLĐTB\s*&?\s*XH\b/gu, "Lao động - Thương binh và Xã hội"],
  [/\bNN\s*&\s*PTNT\b|\bNNPTNT\b/gu, "Nông nghiệp và Phát triển nông thôn"],
  [/\bTN\s*&\s*MT\b|\bTNMT\b/gu, "Tài nguyên và Môi trường"],
  [/\bVH\s*,?\s*TT\s*&\s*DL\b|\bVHTTDL\b|\bVHTT\s*&\s*DL\b/gu, "Văn hóa, Thể thao và Du lịch"],
  [/\bGTVT\b/gu, "Giao thông vận tải"],
];

export interface Organisations {
  /** Keys of the agencies that a cell names, and its words where they are not simply those names. */
  read(cell: string): { readonly keys: string[]; readonly printed: string | undefined };
  /** All agencies by key, with their full names, in the order they first appear. */
  names(): Record<string, string>;
  /** Names that look cut off by the print, with the longer name they were taken for. */
  cut(): readonly { readonly printed: string; readonly taken: string }[];
}

/** Makes the dictionary of agencies of one plan from all its cells, so that short and cut forms find their full names. */
export function organisationsOf(cells: readonly string[]): Organisations {
  const known = new Map<string, { readonly key: string; readonly name: string }>();
  const taken = new Set<string>();
  const cut: { printed: string; taken: string }[] = [];
  const all = cells.flatMap(namesIn);
  const full = new Set(all.map(({ name }) => sameness(name)));
  const longer = (name: string): string | undefined => {
    const start = sameness(name);
    if (start.length < 12) return undefined;
    const whole = [...full].find((other) => other.startsWith(`${start} `) && isCut(start, other));
    return whole === undefined ? undefined : all.find((one) => sameness(one.name) === whole)?.name;
  };
  const lookUp = (name: string): { readonly key: string; readonly name: string } => {
    const whole = longer(name);
    if (whole !== undefined && !cut.some((one) => one.printed === name))
      cut.push({ printed: name, taken: whole });
    const real = whole ?? name;
    const found = known.get(sameness(real));
    if (found) return found;
    const made = { key: freeName(slugOf(real, 48) || "co-quan", taken, "-"), name: capital(real) };
    known.set(sameness(real), made);
    return made;
  };
  for (const { name } of all) lookUp(name);
  return {
    read(cell) {
      const found = namesIn(cell).map(({ name }) => lookUp(name));
      const unique = [...new Map(found.map((one) => [one.key, one])).values()];
      const plain = unique.map((one) => one.name).join("; ");
      const same = fold(plain) === fold(oneLine(cell).replace(/[;,.]\s*$/, ""));
      return { keys: unique.map((one) => one.key), printed: same ? undefined : oneLine(cell) };
    },
    names: () => Object.fromEntries([...known.values()].map((one) => [one.key, one.name])),
    cut: () => cut,
  };
}

/** "Sở Thông tin và Truyền" is cut, "Cục Thuế" beside "Cục Thuế tỉnh" is not: only one word may be missing, after "và" and one word. */
function isCut(start: string, whole: string): boolean {
  const rest = whole.slice(start.length + 1).split(" ");
  return rest.length === 1 && /\bva \S+$/.test(start);
}

/** A longer cell lists no agencies: taking it apart would take time that grows with its square. */
const LONGEST = 4000;

function namesIn(cell: string): { name: string }[] {
  if (cell.length > LONGEST) return [{ name: oneLine(cell.slice(0, 200)) }];
  return cell
    .split("\n")
    .reduce<string[]>(joinWrapped, [])
    .flatMap((line) => line.split(/;|(?<=[\p{L})])\.\s*$/u))
    .flatMap((part) => splitAtHeads(oneLine(part)))
    .map(nameOf)
    .filter((name) => name !== "")
    .map((name) => ({ name }));
}

/** A line that begins no name goes on with the line above: "Sở Tài" and "chính". */
function joinWrapped(lines: string[], line: string): string[] {
  const begins = /^[-–+•*]|^\p{Lu}/u.test(line.trim()) && HEAD.test(fold(line.replace(/^[\s\-–+•*]+/u, "")));
  const before = lines.at(-1);
  if (before === undefined || (begins && !/(?:,|và|-)\s*$/u.test(before))) return [...lines, line];
  return [...lines.slice(0, -1), `${before} ${line}`];
}

/** Splits at commas and "và" that an agency's name follows. */
function splitAtHeads(text: string): string[] {
  const held = text
    .normalize("NFC")
    .replace(PHRASES, (_, before: string) => `${before}${HELD} `)
    .replace(ONE_OFFICE, (_, office: string) => `${office} v${HELD} `)
    .replace(/\([^)]*\)/gu, (inside) => inside.replaceAll(",", HELD).replace(/ và /gu, ` v${HELD} `));
  const parts: string[] = [];
  for (const piece of held.split(/,|(?<=[\p{L}\p{N})])\s+-\s+(?=Sở |UBND )| và (?=\p{L})/u)) {
    const before = parts.at(-1);
    if (before !== undefined && !HEAD.test(fold(piece))) {
      const joint =
        held.slice(held.indexOf(before) + before.length).match(/^(,| và | - |\s+-\s+)/u)?.[0] ?? ", ";
      parts[parts.length - 1] = `${before}${joint}${piece}`;
    } else parts.push(piece);
  }
  return parts.map((part) => part.replaceAll(`v${HELD}`, "và").replaceAll(HELD, ","));
}

/** The full name: short forms written out, what brackets repeat left out. */
function nameOf(part: string): string {
  const bare = oneLine(
    part
      .replace(/\((?:sau đây|viết tắt|gọi tắt|sở|ubnd)[^)]*\)/giu, " ")
      .replace(/^[\s\-–+•*]+|[\s.,:–-]+$/gu, "")
      .replace(/^và\s+/iu, ""),
  );
  const long = SHORT.reduce((name, [short, words]) => name.replace(short, words), bare);
  return oneLine(
    long.replace(
      /^(?:UBND|Ủy ban nhân dân) (?:các )?huyện,? thị xã,? (?:và )?thành phố(?!\p{L})/iu,
      "UBND cấp huyện",
    ),
  );
}

/** What makes two names the same: words without marks; "các" before a list adds nothing. */
function sameness(name: string): string {
  return plainWords(name)
    .replace(/^uy ban nhan dan\b/, "ubnd")
    .replace(/^(cac) (?=so ban nganh|don vi|co quan|phong)/, "$1 ");
}

function capital(name: string): string {
  return name.charAt(0).toLocaleUpperCase("vi") + name.slice(1);
}
