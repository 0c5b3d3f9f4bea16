/** The library that fills templates, told what this program allows: texts and lists, by the names that are known. */
import {
  LoopPlugin,
  type ScopeDataArgs,
  TagDisposition,
  type TemplateData,
  TemplateHandler,
  TextPlugin,
  type XmlNode,
} from "easy-template-x";
import type { Scope } from "./values.js";

type Tag = Awaited<ReturnType<TemplateHandler["parseTags"]>>[number];

/** Longest stretch of a paragraph that says where something is. */
const LONGEST = 120;

/** No pictures, no raw XML, no links: a template can ask for words alone. */
export function templateHandler(): TemplateHandler {
  return new TemplateHandler({
    plugins: [new TextPlugin(), new LoopPlugin()],
    scopeDataResolver: resolve,
  });
}

/**
 * The value of a name where it stands. A list is looked for in the innermost list alone, so that no list is repeated inside itself;
 * a text in all lists around it. Names that are no texts or lists of ours (`constructor`) are empty.
 */
function resolve({ path, strPath, data }: ScopeDataArgs): string | TemplateData[] {
  const name = strPath.at(-1) ?? "";
  const last = path.at(-1);
  const scopes: Scope[] = [data as unknown as Scope];
  for (const key of strPath.slice(0, -1)) {
    const at = scopes.at(-1);
    const list = at && own(at, key);
    if (Array.isArray(list)) {
      const place = strPath[scopes.length * 2 - 1];
      const item: unknown = list[Number(place)];
      if (typeof item === "object" && item !== null) scopes.push(item as Scope);
    }
  }
  const opens = typeof last === "object" && last.disposition !== TagDisposition.SelfClosed;
  const innermost = scopes.at(-1);
  const found = innermost && own(innermost, name);
  if (opens && Array.isArray(found)) return found as TemplateData[];
  for (const scope of scopes.toReversed()) {
    const text = own(scope, name);
    if (typeof text === "string") return text;
  }
  return "";
}

function own(scope: Scope, name: string): Scope[string] | undefined {
  return Object.hasOwn(scope, name) ? scope[name] : undefined;
}

/** The words around a placeholder, for a person who looks for it. */
export function placeOf(tag: Tag): string {
  if (tag.placement !== "TextNode") return tag.rawText;
  let node: XmlNode | undefined = tag.xmlTextNode;
  while (node?.parentNode && node.nodeName !== "w:p") node = node.parentNode;
  const text = node ? wordsOf(node).trim() : tag.rawText;
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

function wordsOf(node: XmlNode): string {
  if ("textContent" in node) return node.textContent ?? "";
  return (node.childNodes ?? []).map(wordsOf).join("");
}
