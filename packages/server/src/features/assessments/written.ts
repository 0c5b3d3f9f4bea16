/** The long lists of an assessment as the interface tells them, written as JSON text without reading the JSON in them. */
import { isoMoment, unpack } from "../../database/packed-rows.js";
import { NOT_APPLICABLE } from "../answers/repository.js";
import type { WholeRow } from "./whole-repository.js";

/** Members of the answer, as JSON text. */
export function writtenLists({ answers, evidence, authors, people }: WholeRow): Record<string, string> {
  const by = writtenAuthors(authors);
  const values: string[] = [];
  const marks: string[] = [];
  for (const [code = "", input = "", value = "null", version = "0", author = "", at = ""] of unpack(
    answers,
  )) {
    const rest = `"version":${version},"by":${by(author)},"at":${moment(at)}}`;
    if (input === NOT_APPLICABLE) marks.push(`{"code":${text(code)},"reason":${value},${rest}`);
    else values.push(`{"code":${text(code)},"input":${text(input)},"value":${value},${rest}`);
  }
  const pieces = unpack(evidence).map(
    ([id = "", code = "", version = "0", author = "", at = "", item = "{}"]) =>
      `{"id":"${id}","code":${text(code)},"version":${version},"by":${by(author)},"at":${moment(at)},${item.slice(1)}`,
  );
  return {
    answers: `[${values.join(",")}]`,
    notApplicable: `[${marks.join(",")}]`,
    evidence: `[${pieces.join(",")}]`,
    rooms: people,
  };
}

function writtenAuthors(names: Readonly<Record<string, string>>): (id: string) => string {
  const written = new Map(
    Object.entries(names).map(([id, displayName]) => [id, JSON.stringify({ id, displayName })]),
  );
  return (id) => written.get(id) ?? "null";
}

const moment = (written: string): string => `"${isoMoment(written)}"`;

/** Codes and ids of inputs hardly ever need more than quotes. */
function text(plain: string): string {
  return /^[\w.-]*$/.test(plain) ? `"${plain}"` : JSON.stringify(plain);
}
