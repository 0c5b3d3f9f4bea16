/** One catalogue of problems: the code, docs/problems.md and the OpenAPI description say the same. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemCatalogue } from "../../src/http/catalogue.js";
import { ask, type RunningApp, startApp } from "../running/app.js";

const source = fileURLToPath(new URL("../../src/", import.meta.url));
const page = readFileSync(new URL("../../../../docs/problems.md", import.meta.url), "utf8");
const codes = Object.keys(problemCatalogue);

interface Documented {
  readonly code: string;
  readonly status: number;
  readonly en: string;
  readonly vi: string;
  readonly members: readonly string[];
  readonly advice: readonly string[];
}

const documented: Documented[] = page
  .split("\n### ")
  .slice(1)
  .map((section) => {
    const [, code = "", status = "", en = "", vi = ""] =
      /^`([a-z-]+)`\n\n\*\*(\d{3})\*\* · (.+) · \*(.+)\*\n/.exec(section) ?? [];
    const [, listed = ""] = /\nMembers: (.+)\n/.exec(section) ?? [];
    const lines = section.split("\n").slice(3);
    return {
      code,
      status: Number(status),
      en,
      vi,
      members: [...listed.matchAll(/`(\w+)`/g)].map(([, name = ""]) => name),
      advice: lines.filter((line) => line !== "" && !line.startsWith("Members: ")),
    };
  });

/** What follows an opening bracket up to its closing one, split at the commas that stand in no bracket of their own. */
function parts(text: string, start: number): string[] {
  const found: string[] = [];
  let depth = 0;
  let from = start;
  for (let at = start; at < text.length; at += 1) {
    const letter = text[at] ?? "";
    if ("({[".includes(letter)) depth += 1;
    if (depth === 0 && ",)}]".includes(letter)) {
      found.push(text.slice(from, at).trim());
      from = at + 1;
      if (letter !== ",") return found;
    }
    if (")}]".includes(letter)) depth -= 1;
  }
  return found;
}

/** Every problem that the source makes: its code and the members it adds. */
const made = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .flatMap((file) => {
    const text = readFileSync(`${source}${file}`, "utf8");
    return [...text.matchAll(/new Problem\(/g)].map((match) => {
      const [first = "", , extensions = ""] = parts(text, match.index + match[0].length);
      const members = extensions.startsWith("{")
        ? parts(extensions, 1).map((member) => /^\w+/.exec(member)?.[0] ?? "")
        : [];
      return { code: /^"([a-z-]+)"$/.exec(first)?.[1], members: members.filter((name) => name !== "") };
    });
  });

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

describe("the catalogue of problems", () => {
  it("is what docs/problems.md lists, in its order, with status and both titles", () => {
    expect(documented.map(({ code, status, en, vi }) => ({ code, status, title: { vi, en } }))).toEqual(
      Object.entries(problemCatalogue).map(([code, { status, title }]) => ({ code, status, title })),
    );
  });

  it("tells of each in both languages what to do", () => {
    for (const { code, advice } of documented) {
      const [english = "", vietnamese = "", ...more] = advice;
      expect([code, vietnamese.startsWith("> "), more]).toEqual([code, true, []]);
      expect(english.length, code).toBeGreaterThan(10);
    }
  });

  it("names the members that the code adds, and no other", () => {
    expect(made.length).toBeGreaterThan(50);
    for (const { code, members } of documented) {
      const added = new Set(made.filter((one) => one.code === code).flatMap((one) => one.members));
      expect({ code, members: [...members].sort() }).toEqual({ code, members: [...added].sort() });
    }
  });

  it("holds no code that nothing answers with", () => {
    const text = readdirSync(source, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !file.endsWith("catalogue.ts"))
      .map((file) => readFileSync(`${source}${file}`, "utf8"))
      .join("\n");
    expect(codes.filter((code) => !text.includes(`"${code}"`))).toEqual([]);
  });

  it("is the enumeration that the OpenAPI description gives to clients", async () => {
    const { body } = await ask(app, { method: "GET", url: "/api/openapi.json" });
    expect(body.components.schemas.Problem.properties.code.enum).toEqual(codes);
  });

  it("gives every code a title in both languages and the status of a refusal", () => {
    for (const [code, { status, title }] of Object.entries(problemCatalogue)) {
      expect(title.vi, code).not.toBe(title.en);
      expect(status, code).toBeGreaterThanOrEqual(400);
    }
  });
});
