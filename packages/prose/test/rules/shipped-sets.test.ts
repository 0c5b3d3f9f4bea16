/** The texts of the sets that ship, against the rules that were written for them by hand. */
import { readdirSync, readFileSync } from "node:fs";
import { loadSet, type SetSource } from "@opendti/engine";
import { type RuleReading, readRuleText } from "@opendti/prose";
import { describe, expect, test } from "vitest";
import { difference } from "./equal-rules.js";

const folder = new URL("../../../../sets/", import.meta.url);

type Indicator = SetSource["indicators"][number];

/**
 * Where the hand went beyond the words, or read them otherwise: what is then not compared, and why. What the hand adds as a claim
 * of the unit (basis: claim) is in no text and is left out everywhere.
 */
const judgements: Readonly<
  Record<string, { readonly never: Readonly<Record<string, number>>; readonly because: string }>
> = {
  "xa-phuong-dac-khu-2026/6.3": {
    never: { b: 0 },
    because:
      "the text speaks of units that only use the province's systems; b = 0 is the hand's way to see that",
  },
};

/** Doubts that the hand settled in a note; the reader asks. */
const asked: Readonly<Record<string, string>> = {
  "qd922-cap-tinh-2022/6.4": "max-unreachable",
  "qd922-cap-tinh-2022/9.3": "option-repeated",
};

interface Row {
  readonly code: string;
  readonly reading: RuleReading;
  readonly wrong: string | null;
}

function rowsOf(id: string): Row[] {
  const text = readFileSync(new URL(`${id}/set.yaml`, folder), "utf8");
  const loaded = loadSet(text);
  if (!loaded.ok) throw new Error(id);
  // A form gives no points: its texts say how it is filled in.
  if (!loaded.value.set.scored) return [];
  const set = loaded.value.source;
  const profile = (set.profile ?? []).map((fact) => ({ id: fact.id, label: fact.label }));
  const rows: Row[] = [];
  const visit = (indicator: Indicator): void => {
    const { code, title, children = [] } = indicator;
    if (indicator.text !== undefined) {
      const max = indicator.max === undefined ? null : String(indicator.max);
      const reading = readRuleText({
        text: indicator.text,
        title,
        code,
        max,
        children: children.map((child) => child.code),
        profile,
      });
      rows.push({
        code,
        reading,
        wrong: wrongIn(indicator, reading, max, profile, judgements[`${id}/${code}`]?.never),
      });
    }
    for (const child of children) visit(child);
  };
  for (const indicator of set.indicators) visit(indicator);
  return rows;
}

function wrongIn(
  hand: Indicator,
  reading: RuleReading,
  max: string | null,
  profile: readonly { id: string; label: string }[],
  never: Readonly<Record<string, number>> | undefined,
): string | null {
  if (reading.sumsChildren) return hand.children && !hand.rule ? null : "sums children";
  if (reading.condition)
    return hand.condition && hand.condition.unmet === reading.condition.unmet ? null : "a condition";
  if (!reading.rule) return null;
  if ((hand.bonus ?? false) !== reading.bonus) return "bonus";
  if (!hand.rule) return "a rule where the hand has none";
  const stated = (hand.exceptions ?? []).filter(({ basis }) => basis !== "claim");
  return difference(
    {
      rule: reading.rule,
      inputs: reading.inputs,
      exceptions: reading.exceptions,
      notApplicable: reading.notApplicable,
    },
    { rule: hand.rule, inputs: hand.inputs ?? [], exceptions: stated, notApplicable: hand.not_applicable },
    { max: max ?? "1", profile, never },
  );
}

const sets = readdirSync(folder).sort();
const read = new Map(sets.map((id) => [id, rowsOf(id)]));

describe("rule texts of the sets that ship", () => {
  test("how many are read certain, doubtful, unread and wrong", () => {
    const table = Object.fromEntries(
      [...read].map(([id, rows]) => {
        const count = (status: RuleReading["status"]): number =>
          rows.filter(({ reading }) => reading.status === status).length;
        const wrong = rows.filter(
          ({ reading, wrong: found }) => reading.status === "certain" && found !== null,
        ).length;
        return [
          id,
          `${count("certain")} certain, ${count("doubtful")} doubtful, ${count("unread")} unread, ${wrong} wrong`,
        ];
      }),
    );
    expect(table).toEqual({
      "binh-phuoc-so-nganh-500": "0 certain, 0 doubtful, 0 unread, 0 wrong",
      "binh-phuoc-website-100": "0 certain, 0 doubtful, 0 unread, 0 wrong",
      "cao-bang-ung-dung-cntt-2020": "0 certain, 0 doubtful, 0 unread, 0 wrong",
      "dti-so-nganh-1000": "0 certain, 0 doubtful, 0 unread, 0 wrong",
      "qd922-cap-tinh-2022": "113 certain, 2 doubtful, 0 unread, 0 wrong",
      "quang-ngai-so-nganh-2022": "47 certain, 0 doubtful, 0 unread, 0 wrong",
      "xa-phuong-dac-khu-2026": "36 certain, 0 doubtful, 0 unread, 0 wrong",
    });
  });

  test.each([...read])("%s: every rule gives what the hand's rule gives", (_, rows) => {
    expect(rows.flatMap(({ code, wrong }) => (wrong === null ? [] : [`${code}: ${wrong}`]))).toEqual([]);
  });

  test("a doubt is asked where the hand had to settle one", () => {
    const doubts = [...read].flatMap(([id, rows]) =>
      rows.flatMap(({ code, reading }) =>
        reading.status === "certain" ? [] : [[`${id}/${code}`, reading.questions[0]?.code]],
      ),
    );
    expect(Object.fromEntries(doubts)).toEqual(asked);
  });

  test("the comparison notices a share or a limit that is off", () => {
    const read922 = read.get("qd922-cap-tinh-2022") ?? [];
    let noticed = 0;
    for (const { code, reading } of read922) {
      const text = JSON.stringify(reading.rule);
      const changed = /"full_at":"80%"|"share":"?1\/2"?/u.test(text)
        ? text.replace(/"full_at":"80%"/u, '"full_at":"70%"').replace(/"share":"1\/2"/u, '"share":"1/3"')
        : null;
      if (!changed || !reading.rule) continue;
      const { inputs, exceptions } = reading;
      const other = { rule: JSON.parse(changed), inputs, exceptions };
      expect(
        difference({ rule: reading.rule, inputs, exceptions }, other, { max: "10", profile: [] }),
        code,
      ).not.toBeNull();
      noticed++;
    }
    expect(noticed).toBeGreaterThan(10);
  });

  test("every character of every text is in exactly one piece", () => {
    for (const [id, rows] of read)
      for (const { code, reading } of rows) {
        let reached = 0;
        for (const { span } of reading.pieces) {
          expect(span.start, `${id}/${code}`).toBe(reached);
          expect(span.end, `${id}/${code}`).toBeGreaterThan(span.start);
          reached = span.end;
        }
      }
  });
});
