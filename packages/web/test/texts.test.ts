import { fileURLToPath } from "node:url";
import { createIntl } from "react-intl";
import { describe, expect, it } from "vitest";
import { catalogue as firstEn } from "../src/app/catalogues/en.js";
import { catalogue as othersEn } from "../src/app/catalogues/en-others.js";
import { catalogue as firstVi } from "../src/app/catalogues/vi.js";
import { catalogue as othersVi } from "../src/app/catalogues/vi-others.js";
import { sourcesOf, strayTexts, textSource, textUses } from "./source-texts.js";

const en = { ...firstEn, ...othersEn };
const vi = { ...firstVi, ...othersVi };
const { formatters } = createIntl({ locale: "vi-VN", messages: {} });
const ids = new Set<string>(Object.keys(vi));
const sources = sourcesOf(fileURLToPath(new URL("../src", import.meta.url)));

interface Element {
  type: number;
  value?: unknown;
  options?: Record<string, { value: Element[] }>;
  children?: Element[];
}

/** The names of the values a message takes, plural branches included. Throws what the ICU parser throws. */
function argumentsOf(message: string, locale: string): string[] {
  const names = new Set<string>();
  const walk = (elements: readonly Element[]): void => {
    for (const { type, value, options, children } of elements) {
      // 0 is text, 7 the # of a plural; every other kind names a value.
      if (type !== 0 && type !== 7 && type !== 8 && typeof value === "string") names.add(value);
      for (const option of Object.values(options ?? {})) walk(option.value);
      walk(children ?? []);
    }
  };
  walk(formatters.getMessageFormat(message, locale).getAst() as unknown as Element[]);
  return [...names].sort();
}

describe("the catalogues", () => {
  it("say the same texts in Vietnamese and English", () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
  });

  it("take the same values in both languages", () => {
    const differing = Object.entries<string>(vi).flatMap(([id, text]) => {
      const inEnglish = (en as Record<string, string>)[id] ?? "";
      const [one, other] = [argumentsOf(text, "vi-VN"), argumentsOf(inEnglish, "en-GB")];
      return one.join() === other.join() ? [] : [`${id}: vi {${one.join()}}, en {${other.join()}}`];
    });
    expect(differing).toEqual([]);
  });

  it("leave no text empty", () => {
    const empty = [...Object.entries<string>(vi), ...Object.entries<string>(en)].filter(
      ([, text]) => text.trim() === "",
    );
    expect(empty).toEqual([]);
  });
});

describe("the sources", () => {
  it("hold no text outside the catalogues", () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.flatMap((source) => strayTexts(source, ids))).toEqual([]);
  });

  it("give each text every value that it takes", () => {
    const lacking = sources
      .flatMap((source) => textUses(source, ids))
      .flatMap(({ at, id, values }) => {
        const text = (vi as Record<string, string>)[id];
        if (values === "computed" || text === undefined) return [];
        const missing = argumentsOf(text, "vi-VN").filter((name) => !values.includes(name));
        return missing.length === 0 ? [] : [`${at}: ${id} lacks ${missing.join()}`];
      });
    expect(lacking).toEqual([]);
  });

  it("use every text of the catalogues", () => {
    const used = sources.flatMap((source) => textUses(source, ids)).map(({ id }) => id);
    const exact = new Set(used);
    const prefixes = used.filter((id) => id.endsWith("*")).map((id) => id.slice(0, -1));
    expect(
      [...ids].filter((id) => !exact.has(id) && !prefixes.some((prefix) => id.startsWith(prefix))),
    ).toEqual([]);
  });
});

describe("the walk finds a text", () => {
  const found = (text: string): string[] =>
    strayTexts(textSource("page.tsx", text), ids).map((one) => one.text);

  it.each([
    ["between tags", "<p>Lưu</p>", "Lưu"],
    ["in braces between tags", '<p>{"Save"}</p>', "Save"],
    ["in an attribute that is read", '<input placeholder="Name" />', "Name"],
    ["in one branch of an attribute", '<b aria-label={on ? "On" : say("app.name")} />', "On"],
    ["in a template", `<title>{\`\${name} page\`}</title>`, "page"],
    ["in the header of a column", 'const columns = [{ header: "Unit" }];', "Unit"],
    ["in Vietnamese anywhere", 'throw new Error("không được");', "không được"],
  ])("%s", (_, text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it("but not in a class name, an id of the catalogue or the product's own name", () => {
    expect(found('<b className="wide" title={say("app.name")}>OpenDTI 9,56</b>')).toEqual([]);
    expect(found('const steps = [{ title: "app.name" }];')).toEqual([]);
  });
});
