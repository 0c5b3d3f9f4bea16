import { readFileSync } from "node:fs";
import { type CatalogueEntry, type FindingTopic, findingCatalogue } from "@opendti/engine";
import { describe, expect, it } from "vitest";
import { repository } from "./files.js";

describe("the catalogue of findings", () => {
  it("uses no code twice", () => {
    const codes = findingCatalogue.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it("writes codes in small letters and hyphens", () => {
    for (const { code } of findingCatalogue) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it.each(findingCatalogue.map((entry) => [entry.code, entry] as const))(
    "says of %s what it means and what to do, in both languages",
    (_, { title, means, remedy }) => {
      for (const text of [title, means, remedy]) {
        expect(text.vi).not.toBe(text.en);
        for (const words of [text.vi, text.en]) expect(words.trim()).toMatch(/^\S.{3,}/s);
      }
      for (const words of [means.vi, means.en, remedy.vi, remedy.en]) expect(words).toMatch(/\.$/);
    },
  );
});

/** After a change of the catalogue: `npx vitest run packages/engine/test/checks/catalogue.test.ts -u`. */
describe("docs/findings.md", () => {
  it("says what the catalogue says", async () => {
    await expect(page(findingCatalogue)).toMatchFileSnapshot(`${repository}docs/findings.md`);
  });

  it("has a heading for each code, none missing, none extra, none twice", () => {
    const text = readFileSync(`${repository}docs/findings.md`, "utf8");
    const headings = [...text.matchAll(/^### `([^`]+)`$/gm)].map(([, code]) => code);
    expect(headings).toEqual(findingCatalogue.map(({ code }) => code));
  });
});

const TOPICS: Readonly<Record<FindingTopic, string>> = {
  structure: "The frame of the set",
  rules: "Rules and inputs",
  text: "Rules beside their text",
  cases: "Cases",
  plans: "Plans",
};

const HEAD = `# Findings

What \`opendti sets check\` reports, by code. A code is for programs: it is used once and never changes its meaning. An **error**
says that the set, its text and its numbers cannot all be right; a **warning**, that a careful reader would ask. A finding
is not always a mistake of whoever wrote the file: decisions contradict themselves too, and what is printed stays as printed.

\`at\` is the printed code of the indicator or pillar, empty for the set as a whole. \`expected\` and \`found\` are written for
programs (\`0.5\`, \`80%\`, \`>= 50%, < 60%\`). Findings come in the order of the document: the set, each case, each plan.

This page is written from the catalogue in packages/engine/src/checks/catalogue.ts, and each code has a fixture of the same name in
packages/engine/test/checks/fixtures.
`;

function page(catalogue: readonly CatalogueEntry[]): string {
  const topics = Object.entries(TOPICS).map(([topic, title]) => {
    const entries = catalogue.filter((entry) => entry.topic === topic);
    return `## ${title}\n\n${entries.map(section).join("\n")}`;
  });
  return `${HEAD}\n${topics.join("\n")}`;
}

function section({ code, severity, title, means, remedy }: CatalogueEntry): string {
  return `### \`${code}\`

**${severity}** · ${title.en} · *${title.vi}*

${means.en} ${remedy.en}

> ${means.vi} ${remedy.vi}
`;
}
