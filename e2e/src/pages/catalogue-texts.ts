/** The interface's own texts, to find one that stands in the wrong language. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";

export type Language = "vi" | "en";

const sources = fileURLToPath(new URL("../../../packages/web/src", import.meta.url));
const data = ["sets", "packages/server/demo"].map((folder) =>
  fileURLToPath(new URL(`../../../${folder}`, import.meta.url)),
);

/** One entry of a catalogue file: `"key": "text",`, on one line or two. */
const ENTRY = /"([\w.-]+)":\s*"((?:[^"\\]|\\.)*)"/g;

function texts(language: Language): Map<string, string> {
  const map = new Map<string, string>();
  for (const file of readdirSync(sources, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(join("messages", `${language}.ts`))) continue;
    for (const [, key = "", text = ""] of readFileSync(join(sources, file), "utf8").matchAll(ENTRY))
      map.set(key, text);
  }
  return map;
}

/** What the sets and the demo say, in their own language whatever the interface speaks. */
function dataTexts(): string {
  const files = data.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".yaml"))
      .map((file) => join(folder, file)),
  );
  return files.map((file) => readFileSync(file, "utf8")).join("\n");
}

/**
 * Whole texts of the other language that neither this language nor the data has too. Those with a place for a value are
 * left out.
 */
export function foreignTexts(language: Language): ReadonlySet<string> {
  const said = dataTexts();
  const own = new Set(texts(language).values());
  const others = texts(language === "vi" ? "en" : "vi").values();
  return new Set(
    [...others].filter(
      (text) => !own.has(text) && !text.includes("{") && !said.includes(text) && text.length > 2,
    ),
  );
}

/** Words that no Vietnamese text has, and few English ones are without. */
export const ENGLISH =
  /\b(the|and|with|your|you|is|are|was|save|saved|cancel|close|search|loading|error|failed|unknown|undefined|null|NaN|object|sign|submit|submitted|review|evidence|remove|delete|edit|open|next|previous|upload|required|invalid|please|select|settings)\b/i;

/** Everything that a reader of the page is told: texts, and names and hints of controls. */
export function readTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const said: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const within = node.parentElement;
      // What says of itself which language it is in (a decision's own words, a language's name) is in that one; what
      // stands in a box is the writer's.
      if (within === null || within.closest("script, style, noscript, code, textarea, body [lang]") !== null)
        continue;
      said.push(node.textContent ?? "");
    }
    for (const element of document.body.querySelectorAll("[aria-label], [placeholder], [title], [alt]"))
      for (const name of ["aria-label", "placeholder", "title", "alt"])
        said.push(element.getAttribute(name) ?? "");
    return [...new Set(said.map((text) => text.trim()).filter((text) => text !== ""))];
  });
}
