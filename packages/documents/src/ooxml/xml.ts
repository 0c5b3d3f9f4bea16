/**
 * XML as a stream of elements, by saxes: nothing but the open elements is held, no entity is ever expanded, nothing is
 * fetched. Names come with a prefix of our own for their namespace, whatever prefix the file uses.
 */
import { TextDecoder } from "node:util";
import { SaxesParser } from "saxes";
import type { Budget } from "../blocks/budget.js";
import { DocumentRefused } from "../blocks/refused.js";
import { damaged } from "./archive.js";

/** Namespaces of the transitional and the strict form of the standard (ECMA-376, ISO 29500). */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ["http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"],
  ["http://purl.oclc.org/ooxml/wordprocessingml/main", "w"],
  ["http://schemas.openxmlformats.org/spreadsheetml/2006/main", "x"],
  ["http://purl.oclc.org/ooxml/spreadsheetml/main", "x"],
  ["http://schemas.openxmlformats.org/officeDocument/2006/math", "m"],
  ["http://purl.oclc.org/ooxml/officeDocument/math", "m"],
  ["http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"],
  ["http://purl.oclc.org/ooxml/officeDocument/relationships", "r"],
  ["http://schemas.openxmlformats.org/package/2006/relationships", "rel"],
  ["http://schemas.openxmlformats.org/package/2006/content-types", "ct"],
  ["http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"],
  ["http://schemas.microsoft.com/office/word/2010/wordml", "w14"],
]);

export type Attributes = ReadonlyMap<string, string>;

export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text?(text: string): void;
  /** Waited for after each stretch of the part, so that what was read so far can be used up. */
  settle?(): Promise<void>;
}

interface Named {
  readonly local: string;
  readonly uri: string;
}

const nameOf = ({ local, uri }: Named): string => {
  const prefix = PREFIXES.get(uri);
  if (prefix !== undefined) return `${prefix}:${local}`;
  return uri === "" ? local : `?:${local}`;
};

/** @throws {DocumentRefused} for XML that is not well-formed, has a DOCTYPE, or is nested too deep */
export async function readXml(
  part: AsyncIterable<Uint8Array>,
  name: string,
  handler: XmlHandler,
  budget: Budget,
): Promise<void> {
  const parser = new SaxesParser({ xmlns: true, fragment: false, position: false });
  let depth = 0;
  parser.on("error", (error) => {
    throw damaged(`${name}: ${error.message}`);
  });
  parser.on("doctype", () => {
    throw new DocumentRefused("doctype", {
      vi: `Tệp khai báo DOCTYPE trong ${name}, điều Word và Excel không bao giờ làm; tệp có thể gây hại. Mở bằng Word hoặc Excel rồi lưu lại thành tệp mới.`,
      en: `The file declares a DOCTYPE in ${name}, which Word and Excel never do; it may be meant to harm. Open it in Word or Excel and save it as a new file.`,
    });
  });
  parser.on("opentag", (tag) => {
    budget.step();
    depth += 1;
    budget.depth(depth);
    const attributes = new Map<string, string>();
    for (const attribute of Object.values(tag.attributes)) attributes.set(nameOf(attribute), attribute.value);
    handler.open(nameOf(tag), attributes);
  });
  parser.on("closetag", (tag) => {
    depth -= 1;
    handler.close(nameOf(tag));
  });
  if (handler.text) {
    const take = handler.text.bind(handler);
    parser.on("text", take);
    parser.on("cdata", take);
  }
  await feed(part, name, parser, handler);
}

async function feed(
  part: AsyncIterable<Uint8Array>,
  name: string,
  parser: SaxesParser<{ xmlns: true }>,
  handler: XmlHandler,
): Promise<void> {
  let decoder: TextDecoder | undefined;
  const decode = (chunk: Uint8Array | undefined): string => {
    try {
      decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      throw damaged(`${name}: encoding`);
    }
  };
  for await (const chunk of part) {
    parser.write(decode(chunk));
    await handler.settle?.();
  }
  parser.write(decode(undefined));
  parser.close();
  await handler.settle?.();
}

function encodingOf(first: Uint8Array | undefined): string {
  if (first?.[0] === 0xff && first[1] === 0xfe) return "utf-16le";
  if (first?.[0] === 0xfe && first[1] === 0xff) return "utf-16be";
  return "utf-8";
}
