import { breaksBetween, type Characters, isLetter, isSpace, pass, passOnLine } from "./characters.js";
import { type DateFound, readDate } from "./dates.js";
import { type Head, readHead, startsReference } from "./heads.js";
import { type IssuerFound, readIssuer } from "./issuers.js";
import { type LinkFound, readLink } from "./links.js";
import { type PlaceFound, readPlace, readUnnumberedAnnex } from "./places.js";
import { readSymbol, type SymbolFound } from "./symbols.js";
import { readTitle } from "./titles.js";
import { matchPhrase, matchWord, phrase } from "./words.js";

/** A stretch of the text with its value. */
interface Piece {
  readonly from: number;
  readonly end: number;
  readonly value: string;
}

/** A reference as found, in units of the text; parts may still be taken from its neighbours. */
export interface Draft {
  from: number;
  end: number;
  kind: Head["kind"];
  symbol: SymbolFound | null;
  date: DateFound | null;
  issuer: IssuerFound | null;
  title: Piece | null;
  page: Piece | null;
  section: Piece | null;
  links: LinkFound[];
  /** The symbol is that of a later number in the same list: "số 12, 13/QĐ-UBND". */
  symbolShared: boolean;
}

const ofAnnex = ["ban hành kèm theo", "kèm theo", "của", "thuộc", "trong", "tại"].map(phrase);
const withDocument = ["ban hành kèm theo", "kèm theo"].map(phrase);
const inside = ["tại", "ở", "thuộc", "xem", "theo"].map(phrase);
const linkWords = ["tại địa chỉ", "địa chỉ", "đường dẫn", "xem tại", "link", "tại", "xem"].map(phrase);
const signed = ["được ban hành", "ban hành", "ký ban hành", "ký"].map(phrase);
const numberWord = phrase("số");

/** Reads the reference that begins here, or the several that share one symbol. Null when none begins here. */
export function readDrafts(c: Characters, from: number, linked: boolean): Draft[] | null {
  const place = readPrefix(c, from);
  const head = place ? place.head : readHead(c, from, linked);
  if (head === null) return null;
  const drafts = (head.numbers.length > 0 ? head.numbers : [null]).map((symbol, index, all): Draft => {
    const last = index === all.length - 1;
    return {
      from: index === 0 ? from : (symbol?.from ?? head.from),
      end: last ? head.end : (symbol?.end ?? head.end),
      kind: head.kind,
      symbol,
      date: last ? head.date : null,
      issuer: last ? head.issuer : null,
      title: last ? head.title : null,
      page: index === 0 ? (place?.page ?? null) : null,
      section: index === 0 ? (place?.section ?? null) : null,
      links: [],
      symbolShared: !last,
    };
  });
  const open = drafts.at(-1);
  if (open) readTail(c, open);
  return drafts;
}

/** "khoản 2 Điều 5 Nghị định số …", "Phụ lục kèm theo Công văn số …": a place before its document. */
function readPrefix(c: Characters, from: number): (PlaceFound & { readonly head: Head }) | null {
  const place = readPlace(c, from);
  const end = place?.end ?? readUnnumberedAnnex(c, from)?.end;
  if (end === undefined) return null;
  let at = pass(c, end);
  if (c.letter[at] === "," || c.letter[at] === "(") at = pass(c, at + 1);
  const words = place ? ofAnnex : withDocument;
  const joined = words.map((word) => matchWord(c, at, word)).find((one) => one >= 0);
  if (joined === undefined && (!place || c.letter[at - 1] === ",")) return null;
  const head = readHead(c, joined === undefined ? at : pass(c, joined), false);
  const found = place ?? readUnnumberedAnnex(c, from);
  return head && found ? { ...found, head } : null;
}

/** How the next part is joined to what was read. */
interface Joint {
  readonly at: number;
  readonly by: "space" | "comma" | "bracket" | "dash" | "colon";
  readonly sameLine: boolean;
}

function jointAt(c: Characters, end: number): Joint {
  const next = pass(c, end);
  const sameLine = !breaksBetween(c, end, next);
  const mark = c.letter[next] ?? "";
  const by = ({ ",": "comma", "(": "bracket", "-": "dash", ":": "colon" } as const)[mark];
  return by ? { at: pass(c, next + 1), by, sameLine } : { at: next, by: "space", sameLine };
}

/** Reads date, agency, title, page and links in whatever order they follow, each once. */
function readTail(c: Characters, draft: Draft): void {
  let brackets = 0;
  for (let parts = 0; parts < 16; parts++) {
    const closing = passOnLine(c, draft.end);
    if (brackets > 0 && c.letter[closing] === ")") {
      draft.end = closing + 1;
      brackets--;
      continue;
    }
    const joint = jointAt(c, draft.end);
    const read =
      tailDate(c, draft, joint) ||
      tailNumber(c, draft, joint) ||
      tailIssuer(c, draft, joint) ||
      tailTitle(c, draft, joint) ||
      tailPlace(c, draft, joint) ||
      tailLink(c, draft, joint);
    if (!read) return;
    if (joint.by === "bracket") brackets++;
  }
}

function tailDate(c: Characters, draft: Draft, joint: Joint): boolean {
  if (draft.date || joint.by === "dash" || joint.by === "colon") return false;
  const verb = signed.map((word) => matchWord(c, joint.at, word)).find((one) => one >= 0);
  const bare = joint.sameLine;
  const date =
    (verb === undefined ? null : readDate(c, pass(c, verb), { bare: false, year: false })) ??
    readDate(c, joint.at, { bare, year: joint.by === "space" && joint.sameLine && draft.title === null });
  if (date === null) return false;
  draft.date = date;
  draft.end = date.end;
  return true;
}

function tailNumber(c: Characters, draft: Draft, joint: Joint): boolean {
  if (draft.symbol || !draft.kind) return false;
  const said = matchPhrase(c, joint.at, numberWord);
  const symbol = said >= 0 && !isLetter(c, said) ? readSymbol(c, pass(c, said), true) : null;
  if (symbol === null) return false;
  draft.symbol = symbol;
  draft.end = symbol.end;
  return true;
}

function tailIssuer(c: Characters, draft: Draft, joint: Joint): boolean {
  if (draft.issuer || joint.by === "dash" || joint.by === "colon") return false;
  const bare = joint.by === "space" && joint.sameLine && draft.symbol !== null && draft.title === null;
  const issuer = readIssuer(c, joint.at, bare, (at) => startsReference(c, at));
  if (issuer === null) return false;
  draft.issuer = issuer;
  draft.end = issuer.end;
  return true;
}

function tailTitle(c: Characters, draft: Draft, joint: Joint): boolean {
  if (draft.title) return false;
  const title = readTitle(c, joint.at, {
    startsDocument: (at) => startsReference(c, at),
    bareVerb: joint.by === "space" && joint.sameLine && draft.symbol !== null && draft.date !== null,
    limit: c.size,
  });
  if (title === null) return false;
  draft.title = { from: title.titleFrom, end: title.titleEnd, value: title.title };
  draft.end = title.end;
  return true;
}

function tailPlace(c: Characters, draft: Draft, joint: Joint): boolean {
  if (draft.page && draft.section) return false;
  const word = inside.map((one) => matchWord(c, joint.at, one)).find((one) => one >= 0);
  const place = readPlace(c, word === undefined ? joint.at : pass(c, word)) ?? annexAfter(c, joint);
  if (place === null || (place.page && draft.page) || (place.section && draft.section)) return false;
  // "… tại mục I, trang 1 Biên bản ngày …": the place of what follows.
  if (joint.by === "space" && belongsToNext(c, place.end)) return false;
  draft.page = place.page ?? draft.page;
  draft.section = place.section ?? draft.section;
  draft.end = place.end;
  return true;
}

/** "…, Phụ lục" without a number, when nothing follows that would make it a part of a sentence. */
function annexAfter(c: Characters, joint: Joint): PlaceFound | null {
  const annex = joint.by === "comma" || joint.by === "bracket" ? readUnnumberedAnnex(c, joint.at) : null;
  if (annex === null) return null;
  const next = passOnLine(c, annex.end);
  return next >= c.size || isSpace(c, next) || ",;).".includes(c.letter[next] ?? " ") ? annex : null;
}

function belongsToNext(c: Characters, end: number): boolean {
  const next = passOnLine(c, end);
  const joined = ofAnnex.map((word) => matchWord(c, next, word)).find((one) => one >= 0);
  return startsReference(c, joined === undefined ? next : passOnLine(c, joined));
}

function tailLink(c: Characters, draft: Draft, joint: Joint): boolean {
  if (!joint.sameLine) return false;
  let at = joint.at;
  const word = linkWords.map((one) => matchWord(c, at, one)).find((one) => one >= 0);
  if (word !== undefined) at = pass(c, word);
  if (c.letter[at] === ":" || c.letter[at] === "<") at = pass(c, at + 1);
  if (c.letter[at] === "<") at = pass(c, at + 1);
  const link = readLink(c, at);
  if (link === null) return false;
  draft.links.push(link);
  draft.end = c.letter[link.end] === ">" ? link.end + 1 : link.end;
  return true;
}
