/**
 * Every path that our documents cite exists. Looked at: links, `code spans`, and the commands in sh blocks of
 * README.md, ARCHITECTURE.md, CONTRIBUTING.md, the Markdown under docs/ and the README.md of each package.
 *
 * A link is relative to its document. In code, a word is taken for a path of this repository when it starts with
 * one of our top folders (`packages/…`, `sets/…`). A placeholder (`sets/<id>/set.yaml`, or `*`) stands for one
 * name, of which there must be one.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { root } from "./child.mjs";

/** Our top folders. A word in code that starts with one of them is a path of this repository. */
const topFolders = ["packages", "sets", "bench", "e2e", "scripts", "test", "docs", ".ci", ".github"];
const pathInCode = new RegExp(`^(?:\\./)?((?:${topFolders.map(literal).join("|")})/\\S*)$`);

/** Options after which a command names what it will write. */
const outputOptions = new Set([">", ">>", "--out", "-o"]);

const documents = [
  ...["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"].filter((file) => existsSync(join(root, file))),
  ...markdownUnder("docs"),
  ...readdirSync(join(root, "packages"))
    .map((name) => `packages/${name}/README.md`)
    .filter((file) => existsSync(join(root, file))),
];

let cited = 0;
/** @type {string[]} */
const dead = [];
for (const document of documents) {
  for (const { line, path } of citations(document)) {
    cited += 1;
    if (!exists(path)) dead.push(`${document}:${line}: ${path} does not exist`);
  }
}
if (dead.length > 0) {
  console.error(dead.join("\n"));
  process.exitCode = 1;
} else {
  console.log(`${documents.length} documents cite ${cited} paths; all exist.`);
}

/**
 * @param {string} document
 * @returns {Generator<{ line: number, path: string }>} paths from the root of the checkout
 */
function* citations(document) {
  let fence = "";
  for (const [index, text] of readFileSync(join(root, document), "utf8").split("\n").entries()) {
    const line = index + 1;
    const mark = /^\s*(```+|~~~+)\s*(\w*)/.exec(text);
    if (mark) {
      fence = fence === "" ? mark[2] || "text" : "";
    } else if (fence === "") {
      for (const path of links(document, text)) yield { line, path };
      for (const [, code = ""] of text.matchAll(/`([^`]+)`/g)) {
        for (const path of pathsInCode(code)) yield { line, path };
      }
    } else if (["sh", "bash", "shell", "console"].includes(fence)) {
      for (const path of pathsInCode(text)) yield { line, path };
    }
  }
}

/**
 * The targets of the links and pictures in a line of Markdown, those with a scheme left out.
 *
 * @param {string} document
 * @param {string} text
 */
function links(document, text) {
  const targets = [
    ...text.replaceAll(/`[^`]*`/g, "").matchAll(/\]\(\s*<?([^)\s>]+)/g),
    ...text.matchAll(/^\s*\[[^\]]+\]:\s*(\S+)/g),
    ...text.matchAll(/<(?:img|a|source)\b[^>]*?\b(?:src|href|srcset)="([^"]+)"/g),
  ].map(([, target = ""]) => target);
  return targets
    .filter((target) => !/^([a-z][a-z0-9+.-]*:|#|\/\/)/i.test(target))
    .map((target) => decodeURI(target.replace(/[?#].*$/, "")))
    .map((target) => relative(root, join(root, target.startsWith("/") ? "." : dirname(document), target)));
}

/**
 * The words of a command or of a code span that are paths of this repository.
 *
 * @param {string} code
 */
function pathsInCode(code) {
  const words = code.split(/\s+/).map((word) => word.replace(/^["'(]+/, "").replace(/["'),;:.]+$/, ""));
  return words
    .filter((_, index) => !outputOptions.has(words[index - 1] ?? ""))
    .map((word) => pathInCode.exec(word)?.[1]?.replace(/(#.*|:\d+(-\d+)?)$/, ""))
    .filter((path) => path !== undefined);
}

/**
 * Whether a path, perhaps with placeholders, names something in the checkout.
 *
 * @param {string} path
 */
function exists(path) {
  const names = path.split("/").filter((name) => name !== "" && name !== ".");
  if (names[0] === "..") return false;
  return alternatives(names.join("/")).every((one) => matches(".", one.split("/")));
}

/**
 * `a/{b,c}` as `a/b` and `a/c`.
 *
 * @param {string} path
 * @returns {string[]}
 */
function alternatives(path) {
  const braces = /\{([^{}]*)\}/.exec(path);
  if (!braces?.[1]) return [path];
  return braces[1].split(",").flatMap((one) => alternatives(path.replace(braces[0], one.trim())));
}

/**
 * @param {string} folder
 * @param {string[]} names each a name, or one with `*`, `<…>` or `…` for any; `**` for what follows at any depth
 * @returns {boolean}
 */
function matches(folder, [name, ...rest]) {
  if (name === undefined || name === "**") return existsSync(join(root, folder));
  if (!/[*<…]/.test(name)) {
    const path = join(folder, name);
    return existsSync(join(root, path)) && matches(path, rest);
  }
  const pattern = new RegExp(`^${literal(name).replaceAll(/\\\*|<[^>]*>|…/g, ".*")}$`);
  return readdirSync(join(root, folder), { withFileTypes: true }).some(
    (entry) =>
      pattern.test(entry.name) &&
      (rest.length === 0 || (entry.isDirectory() && matches(join(folder, entry.name), rest))),
  );
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function markdownUnder(folder) {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => `${folder}/${file.replaceAll("\\", "/")}`)
    .sort();
}

/** @param {string} text */
function literal(text) {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
