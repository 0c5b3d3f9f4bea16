/** A campaign as exports read it: two groups and units in none, names that a spreadsheet could run, a year before. */
import { exact, formatExact, loadSet, parseExact } from "@opendti/engine";
import type {
  CampaignFrame,
  FrameMovement,
  FrameNode,
  FrameRun,
  FrameScore,
  FrameUnit,
} from "../../src/index.js";

const SET = `opendti: 1
id: bo-thu
version: 1
status: draft
title: Bộ chỉ số thử
legal_basis: [{ issuer: UBND tỉnh, title: Quyết định mẫu }]
years: { from: 2025 }
applies_to: [so-nganh]
rounding: { ratio: exact, score: { digits: 2, mode: half-up }, sum: rounded }
ranking: { on: rounded }
indicators:
${[
  "Nhận thức số",
  "Thể chế số",
  "Hạ tầng số",
  "Nhân lực số",
  "An toàn thông tin mạng và bảo vệ dữ liệu cá nhân",
]
  .map(
    (title, pillar) => `  - code: "${pillar + 1}"
    title: ${title}
    max: 20
    children:
${[1, 2]
  .map(
    (leaf) => `      - code: "${pillar + 1}.${leaf}"
        title: ${title}, tiêu chí thứ ${leaf}
        max: 10
        inputs: [{ id: value, label: Số lượng, kind: number }]
        rule: { per_item: { of: value, points: 1 } }`,
  )
  .join("\n")}`,
  )
  .join("\n")}
`;

/** Names of units; the first would be formulas. */
export const NAMES = [
  '=HYPERLINK("http://x.example";"Sở")',
  "@SUM(A1:A9)",
  "+84 Ban Quản lý & Khu <kinh tế>",
  "Sở Một",
  "Sở Hai",
  "Sở Khoa học và Công nghệ, phòng\nQuản lý",
];

const PLACES = [...Array(5).keys()];

function nodes(): FrameNode[] {
  const loaded = loadSet(SET);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.value.set.nodes.map((node) => ({
    code: node.code,
    printed: node.code,
    title: node.title,
    parent: node.parent ?? null,
    pillar: node.parent ?? node.index,
    depth: node.depth,
    leaf: node.children.length === 0,
    scored: true,
    bonus: false,
    relative: false,
    max: formatExact(node.max),
  }));
}

const hundredths = (value: number): string => formatExact({ n: BigInt(value), d: 100n });

/** Points of a unit: leaves in hundredths, pillars their sums. */
function scoresOf(all: readonly FrameNode[], seed: number, whole: boolean): FrameScore[] {
  const leaf = (place: number, turn: number) => ((seed * 137 + place * 71 + turn * 53) % 1000) + 1;
  const points = (place: number, turn: number): number => {
    if (all[place]?.leaf) return leaf(place, turn);
    return all.reduce((sum, node, child) => sum + (node.parent === place ? leaf(child, turn) : 0), 0);
  };
  return all.map((node, place): FrameScore => {
    const adjusted = node.leaf && (seed + place) % 7 === 0;
    return {
      declared: whole ? hundredths(points(place, 1)) : null,
      appraised: whole ? hundredths(points(place, 0)) : null,
      final: hundredths(points(place, 0)),
      status: (seed + place) % 11 === 0 ? "missing" : "scored",
      verdict: whole && node.leaf ? (adjusted ? "adjusted" : "agreed") : null,
      reason: whole && adjusted ? "=1+1 không có minh chứng\r\n_x0041_ \u0007" : null,
    };
  });
}

export interface FrameOptions {
  readonly sight?: CampaignFrame["sight"];
  readonly state?: FrameRun["state"];
  readonly groups?: readonly (string | null)[];
  /** In each group. */
  readonly units?: number;
}

/** The frame, with how often each of its streams was gone over. */
export function campaignFrame({
  sight = "whole",
  state = "published",
  groups = ["so-nganh", "xa/phuong", null],
  units: many = 6,
}: FrameOptions = {}): CampaignFrame & { readonly passes: { units: number; movements: number } } {
  const loaded = loadSet(SET);
  if (!loaded.ok) throw new Error("the set of the test is none");
  const { set } = loaded.value;
  const all = nodes();
  const whole = sight === "whole";
  const units = groups.flatMap((group, place) => {
    const made = Array.from({ length: many }, (_, index): FrameUnit => {
      const seed = place * 1000 + index;
      const scores = scoresOf(all, seed, whole);
      const sum = (of: "declared" | "final"): string =>
        formatExact(
          all.reduce(
            (total, node, at) =>
              node.parent === null ? exact.add(total, parseExact(scores[at]?.[of] ?? "0") ?? total) : total,
            exact.rational(0),
          ),
        );
      return {
        id: `don-vi-${seed}`,
        name: `${NAMES[index % NAMES.length]}${index < NAMES.length ? "" : ` ${index}`}`,
        kind: "Sở, ban, ngành",
        group,
        rank: null,
        total: sum("final"),
        max: "100",
        level: "Khá",
        submitted: index !== many - 1,
        declaredTotal: whole ? sum("declared") : null,
        declaredRank: whole ? index + 1 : null,
        scores,
      };
    });
    return made
      .sort((a, b) => Number(b.total) - Number(a.total))
      .map((unit, index): FrameUnit => ({ ...unit, rank: index + 1 }));
  });
  const passes = { units: 0, movements: 0 };
  return {
    passes,
    campaign: { id: "c", name: "Đánh giá chuyển đổi số 2026 & thử", year: 2026 },
    set: {
      id: set.id,
      version: 1,
      title: "Bộ chỉ số thử",
      hash: "ab".repeat(32),
      digits: 2,
      max: "100",
      compiled: set,
    },
    run: {
      id: "r",
      number: 3,
      state,
      resultHash: "cd".repeat(32),
      compiledAt: new Date("2026-11-20T02:00:00Z"),
      approvedAt: null,
      publishedAt: state === "published" ? new Date("2026-11-21T20:00:00Z") : null,
    },
    sight,
    nodes: all,
    pillars: all.flatMap(({ parent }, place) => (parent === null ? [place] : [])),
    groups: groups.map((code) => ({
      code,
      name: code === null ? "" : code === "so-nganh" ? "Sở, ban, ngành" : "Xã/phường: [đặc khu]?",
      units: many,
      best: PLACES.map((place) => 0.9 - place / 20),
      median: PLACES.map((place) => 0.6 - place / 20),
    })),
    unitCount: units.length,
    async *units() {
      passes.units += 1;
      yield* units;
    },
    async *movements() {
      passes.movements += 1;
      // The last of each group was not there before.
      for (const unit of units) if (unit.submitted) yield movementOf(all, unit, whole);
    },
  };
}

function movementOf(all: readonly FrameNode[], unit: FrameUnit, whole: boolean): FrameMovement {
  const rows = all.flatMap(({ code, title, leaf }, place) =>
    leaf && place % 3 === 1 ? [{ code, title, own: "1.25", rules: "-0.5", others: "0.3333" }] : [],
  );
  const sum = (cents: number) => formatExact({ n: BigInt(cents * rows.length + 1), d: 10_000n });
  const parts = { own: sum(12_500), rules: sum(-5_000), others: sum(3_333) };
  const change = formatExact({ n: BigInt((12_500 - 5_000 + 3_333) * rows.length + 3), d: 10_000n });
  return {
    unit: { id: unit.id, name: unit.name, group: unit.group },
    from: { name: "Tên cũ", year: 2025, total: "40", max: "100", rank: 4 },
    to: { year: 2026, total: unit.total, max: unit.max, rank: unit.rank },
    change,
    parts: whole ? parts : null,
    why: null,
    rows: whole ? rows : [],
    rest: whole ? { own: "0.0001", rules: "0.0001", others: "0.0001" } : null,
  };
}
