/** How a unit heads and signs its documents: what only the agency knows, kept once, and what it usually is. */
import type { PaperDate } from "../paper/paper.js";
import type { Signer } from "../paper/signer.js";
import type { OfficialHead } from "./official-head.js";

/** Texts may be empty: there is none, or it is written by hand. */
export interface Letterhead {
  /** `Ban Dân tộc tỉnh Quảng Ngãi` */
  readonly fullName: string;
  /** As its own letters speak of it: `Ban Dân tộc tỉnh`. */
  readonly shortName: string;
  readonly superior: string;
  readonly body: string;
  /** Of the agency: `BDT`. */
  readonly symbol: string;
  /** Of the room that writes its letters: `VP` gives `Số: 12/BDT-VP`. */
  readonly room: string;
  readonly place: string;
  /** "Kính gửi". */
  readonly to: readonly string[];
  /** "Nơi nhận", without dashes and marks and without "Lưu". */
  readonly recipients: readonly string[];
  /** `VT, VP` is printed `- Lưu: VT, VP.` */
  readonly kept: string;
  readonly signer: {
    readonly form: Signer["form"];
    readonly collective: string;
    readonly head: string;
    readonly office: string;
    readonly name: string;
  };
}

/** What of a document's head is the document's own. */
export interface DocumentOwn {
  /** Absent: left free, until it is registered. */
  readonly number?: string | undefined;
  readonly date: PaperDate;
  /** A letter's symbol names the room that wrote it (`BDT-VP`); that of other documents the agency alone. */
  readonly letter: boolean;
}

/** The head of one document of a unit. */
export function headUnder(letterhead: Letterhead, { number, date, letter }: DocumentOwn): OfficialHead {
  const { superior, body, symbol, room, place, recipients, kept } = letterhead;
  return {
    ...(superior === "" ? {} : { superior }),
    body,
    ...(number === undefined || number === "" ? {} : { number }),
    symbol: letter && room !== "" ? `${symbol}-${room}` : symbol,
    issued: { place, date },
    signer: signerOf(letterhead),
    recipients,
    kept,
  };
}

/** Who signs a unit's documents. */
export function signerOf({ signer }: Pick<Letterhead, "signer">): Signer {
  const { form, collective, head, office, name } = signer;
  return {
    form,
    ...(collective === "" ? {} : { collective }),
    head,
    ...(office === "" ? {} : { office }),
    ...(name === "" ? {} : { name }),
  };
}

/** What is known of a unit without asking it. */
export interface KnownUnit {
  /** `Sở Nội vụ`, `UBND xã Bình Minh`, `Ban Dân tộc tỉnh Bình Phước`. */
  readonly name: string;
  /** The unit above it, by name: `UBND tỉnh Minh Họa`. */
  readonly parent?: string | undefined;
  /** `tỉnh Minh Họa`, where the unit's own name does not say it. */
  readonly province?: string | undefined;
  /** Whom its letters go to. */
  readonly to?: readonly string[] | undefined;
}

/**
 * The letterhead that a unit of this name usually has, to be corrected by its own people: body, symbol and place by Nghị
 * định 30/2020/NĐ-CP, the signer by the kind of agency that the name begins with. No person's name.
 */
export function usualLetterhead(unit: KnownUnit): Letterhead {
  const name = unit.name.normalize("NFC").trim();
  const area = areaOf(name);
  const { body, province } = inProvince(name, unit.province);
  const shared = { room: "VP", to: unit.to ?? [] };
  if (area !== undefined) {
    return {
      ...shared,
      fullName: `Ủy ban nhân dân ${area}`,
      shortName: `UBND ${area}`,
      superior: "",
      body: `Ủy ban nhân dân ${area}`,
      symbol: "UBND",
      place: placeIn(area),
      recipients: ["Như trên", `Lãnh đạo UBND ${area}`],
      kept: "VT",
      signer: {
        form: "head",
        collective: "Ủy ban nhân dân",
        head: "Chủ tịch",
        office: "",
        name: "",
      },
    };
  }
  const kind = body.split(" ")[0] ?? body;
  return {
    ...shared,
    fullName: province === "" || body.includes(province) ? body : `${body} ${province}`,
    shortName: body,
    superior: committeeOf(unit.parent) ?? (province === "" ? "" : `UBND ${province}`),
    body,
    symbol: initials(body),
    place: placeIn(province),
    recipients: ["Như trên", `Lãnh đạo ${kind}`, `Các phòng, đơn vị thuộc ${kind}`],
    kept: "VT, VP",
    signer: { form: "head", collective: "", head: officeOfHead(body), office: "", name: "" },
  };
}

const COMMITTEE = /^(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\s+(.+)$/iu;
/** A tree of units may call a place by its name alone: its letters are its committee's. */
const PLACE = /^(Tỉnh|Thành phố|Huyện đảo|Huyện|Thị xã|Quận|Xã|Phường|Thị trấn|Đặc khu)(\s+\p{Lu}.*)$/u;
const IN_PROVINCE = /^(.+?)\s+((?:tỉnh|thành phố)\s+\p{Lu}.*)$/u;

/** The area whose committee a unit of this name is: `tỉnh Minh Họa`. */
function areaOf(name: string): string | undefined {
  const [, kind, rest] = PLACE.exec(name) ?? [];
  if (kind !== undefined && rest !== undefined) return `${kind.toLocaleLowerCase("vi")}${rest}`;
  return COMMITTEE.exec(name)?.[1];
}

/** As a letter names the unit above: a place by its committee. */
function committeeOf(parent: string | undefined): string | undefined {
  const area = parent === undefined ? undefined : areaOf(parent.normalize("NFC").trim());
  return area === undefined ? parent : `UBND ${area}`;
}

/** `Ban Dân tộc tỉnh Bình Phước` is the body `Ban Dân tộc` of `tỉnh Bình Phước`. */
function inProvince(
  name: string,
  known: string | undefined,
): { readonly body: string; readonly province: string } {
  const said = IN_PROVINCE.exec(name);
  const body = said?.[1];
  const province = said?.[2];
  if (body !== undefined && province !== undefined) return { body, province };
  return { body: name, province: known ?? "" };
}

const AREA = /^(?:tỉnh|thành phố|huyện đảo|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu)\s+/iu;

/** `tỉnh Quảng Ngãi` is dated in `Quảng Ngãi`. */
const placeIn = (area: string): string => area.replace(AREA, "");

const SMALL = new Set(["và", "của", "các"]);

/** `Sở Khoa học và Công nghệ` is `SKHCN`; offices are all `VP`. */
function initials(name: string): string {
  if (/^Văn phòng(?!\p{L})/u.test(name)) return "VP";
  return name
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !SMALL.has(word.toLocaleLowerCase("vi")))
    .map((word) => (/^\p{Lu}{2,}$/u.test(word) ? word : (word[0] ?? "")))
    .join("")
    .toLocaleUpperCase("vi");
}

/** How the head of an agency is called, by what the agency's name begins with. */
const HEADS: readonly (readonly [RegExp, string])[] = [
  [/^(Sở|Trung tâm)(?!\p{L})/u, "Giám đốc"],
  [/^Ban(?!\p{L})/u, "Trưởng Ban"],
  [/^Văn phòng(?!\p{L})/u, "Chánh Văn phòng"],
  [/^Thanh tra(?!\p{L})/u, "Chánh Thanh tra"],
  [/^Phòng(?!\p{L})/u, "Trưởng phòng"],
  [/^Cục(?!\p{L})/u, "Cục trưởng"],
  [/^Chi cục(?!\p{L})/u, "Chi cục trưởng"],
];

const officeOfHead = (body: string): string =>
  HEADS.find(([begins]) => begins.test(body))?.[1] ?? "Thủ trưởng";
