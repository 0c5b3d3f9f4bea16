import { readFileSync } from "node:fs";
import { checkSet, loadSet } from "@opendti/engine";
import { expect, test } from "vitest";

test("the set that docs/rules-language.md shows loads, and a careful reader finds nothing wrong with it", () => {
  const page = readFileSync(new URL("../../../docs/rules-language.md", import.meta.url), "utf8");
  const text = /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? "";
  const loaded = loadSet(text, "docs/rules-language.md");
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message.en).join("\n"));
  expect(loaded.value.set.nodes.map(({ code }) => code)).toEqual(["1", "1.1", "1.2"]);
  expect(checkSet(loaded.value)).toEqual([]);
});
