/** Sets that ship, forms made of them, and data drawn for them. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type CompiledSet, type Fact, loadSet } from "@opendti/engine";
import type { AssessmentForm, FieldValue, StoredField } from "../../src/index.js";

const sets = fileURLToPath(new URL("../../../../sets", import.meta.url));

export const SHIPPED: readonly string[] = readdirSync(sets);

export function shippedSet(id: string): CompiledSet {
  return setOf(readFileSync(`${sets}/${id}/set.yaml`, "utf8"));
}

export function setOf(yaml: string): CompiledSet {
  const loaded = loadSet(yaml, "set.yaml");
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.value.set;
}

export function formOf(set: CompiledSet, more: Partial<AssessmentForm> = {}): AssessmentForm {
  return {
    set,
    hash: "0123456789abcdef",
    campaign: { id: "dot-2022", title: "Đánh giá chuyển đổi số năm 2022", year: 2022 },
    unit: { id: "ban-dan-toc", name: "Ban Dân tộc" },
    assessment: { id: "phieu-1", revision: 7 },
    fields: [],
    evidence: [],
    ...more,
  };
}

/** Draws whole numbers below a limit; the same for the same seed. */
function draws(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** What a field holds, or nothing; small numbers, so that ties and zeros come often. */
function drawnValue(fact: Fact, draw: (below: number) => number): FieldValue | null {
  if (draw(6) === 0) return null;
  switch (fact.kind) {
    case "yes_no":
      return draw(2) === 0;
    case "choice":
      return 1 + draw(fact.options.length);
    case "choices": {
      const chosen = fact.options.map((_, index) => index + 1).filter(() => draw(2) === 0);
      return chosen.length === 0 ? null : chosen;
    }
    case "text":
      return "Nội dung";
    case "link":
      return "https://example.gov.vn/";
    case "date":
      return "2022-07-15";
    case "table":
      return null;
    case "percent":
      return decimal(draw(10_001), 4);
    case "count":
      return String(draw(3) === 0 ? draw(5000) : draw(21));
    case "money":
      return draw(2) === 0 ? String(draw(2_000_000) * 1000) : decimal(draw(100_000), 2);
    case "number": {
      const most = fact.max ? Number(fact.max.n) / Number(fact.max.d) : 20;
      return decimal(draw(most * 200 + 1) * 5, 3);
    }
  }
}

function decimal(ticks: number, digits: number): string {
  return String(Number((ticks / 10 ** digits).toFixed(digits)));
}

/** Data for every field of a set. */
export function drawnFields(set: CompiledSet, seed: number): StoredField[] {
  const draw = draws(seed);
  const fields: StoredField[] = [];
  const add = (code: string, input: string, value: FieldValue | null): void => {
    if (value !== null) fields.push({ code, input, value, version: 1 });
  };
  for (const fact of set.profile) add("profile", fact.id, drawnValue(fact, draw));
  for (const node of set.nodes) {
    const code = set.nodeOf.get(node.code) === node.index ? node.code : node.key;
    // A total, or the parts that it is the sum of: both would seldom agree.
    const inParts = draw(4) > 0;
    const parts = new Set(node.inputs.flatMap(({ breakdown }) => breakdown));
    for (const fact of node.inputs)
      if (fact.breakdown.length > 0 ? !inParts : inParts || !parts.has(fact.id))
        add(code, fact.id, drawnValue(fact, draw));
    if (node.notApplicable && draw(5) === 0) add(code, "", "Không thuộc chức năng");
  }
  return fields;
}
