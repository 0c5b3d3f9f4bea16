/** A small campaign with everything that results know: sums, groups, what is left out, what never came, a bonus, levels. */
import { type Adjustment, type AnswerValue, type CompiledSet, loadSet, type RunUnit } from "@opendti/engine";

export const setText = `opendti: 1
id: bo-mau-cong-bo
version: 3
status: published
title: "Bộ chỉ số mẫu, có chỉ số \\"tương đối\\""
legal_basis: [{ number: 12/QĐ-UBND, issuer: UBND tỉnh, title: Quyết định mẫu }]
years: { from: 2024 }
applies_to: [so-nganh]
rounding: { ratio: exact, score: { digits: 2, mode: half-even }, sum: rounded }
ranking: { on: rounded }
levels: { by: total, steps: [{ key: tot, label: Tốt, ge: "70%" }, { key: kha, label: Khá, ge: "50%" }] }
profile:
  - { id: people, label: Số người, kind: count, min: 1 }
indicators:
  - code: "1"
    title: Nhận thức
    max: 30
    children:
      - code: "1.1"
        title: Văn bản do người đứng đầu ký
        max: 10
        inputs:
          - { id: a, label: Văn bản do người đứng đầu ký, kind: count }
          - { id: b, label: Tổng số văn bản, kind: count, min: 1 }
        rule: { proportional: { of: a/b } }
        not_applicable: excluded
      - code: "1.2"
        title: Hồ sơ trực tuyến so với đơn vị cao nhất
        max: 20
        inputs: [{ id: a, label: Hồ sơ trực tuyến, kind: count }]
        rule: { relative: { of: a/people, to: best, provisional: { proportional: { of: a/people } } } }
  - code: "2"
    title: "Hạ tầng, nền tảng"
    max: 25
    children:
      - code: "2.1"
        title: Chi cho chuyển đổi số
        max: 15
        inputs: [{ id: value, label: Chi, kind: number }]
        rule: { relative: { of: value, to: range, provisional: { proportional: { of: value/100 } } } }
      - code: "2.2"
        title: Có trang thông tin điện tử
        max: 10
        children:
          - code: "2.2.1"
            title: Có trang
            max: 5
            inputs: [{ id: p1, label: Có trang, kind: yes_no }]
            rule: { choice: { of: p1 } }
          - code: "2.2.2"
            title: Chữ ký số
            max: 5
            inputs: [{ id: value, label: Tỷ lệ, kind: number }]
            rule: { proportional: { of: value/100 } }
            not_applicable: full
  - code: "3"
    title: Sáng kiến
    max: 5
    bonus: true
    inputs: [{ id: value, label: Số sáng kiến, kind: count }]
    rule: { per_item: { of: value, points: 1 } }
`;

export const set: CompiledSet = (() => {
  const loaded = loadSet(setText);
  if (!loaded.ok) throw new Error(loaded.problems.map((one) => one.message.en).join("\n"));
  return loaded.value.set;
})();

/** The same every time: multiply and add, modulo 2^31. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const idOf = (place: number): string => `00000000-0000-4000-8000-${String(place).padStart(12, "0")}`;

/** As many units as asked for, in the order of their ids. */
export function unitsOf(count: number): RunUnit[] {
  const next = sequence(count);
  return Array.from({ length: count }, (_, place) => {
    const answers: AnswerValue[] = [
      { code: "profile", input: "people", value: String(next(40) + 1) },
      { code: "1.2", input: "a", value: String(next(90)) },
      { code: "2.1", input: "value", value: `${next(100)}.${next(9) + 1}` },
      { code: "2.2.1", input: "p1", value: next(2) === 1 },
      { code: "3", input: "value", value: String(next(4)) },
    ];
    if (place % 5 === 1) answers.push({ code: "1.1", input: "", value: "Không ban hành văn bản" });
    else if (place % 5 !== 2) {
      answers.push({ code: "1.1", input: "a", value: String(next(9)) });
      answers.push({ code: "1.1", input: "b", value: String(next(20) + 9) });
    }
    if (place % 7 === 3) answers.push({ code: "2.2.2", input: "", value: "Không được cấp" });
    else answers.push({ code: "2.2.2", input: "value", value: String(next(101)) });
    const adjustments: Adjustment[] = [];
    if (place % 3 === 0) adjustments.push({ code: "1.2", inputs: { a: String(next(50)) }, points: null });
    if (place % 4 === 1) adjustments.push({ code: "2.2.2", inputs: null, points: "2.5" });
    if (place % 6 === 5) adjustments.push({ code: "1.1", inputs: { a: null, b: null }, points: null });
    return {
      assessmentId: idOf(place).replace("4000", "4001"),
      unit: { id: idOf(place), name: `Đơn vị "${place + 1}", tỉnh` },
      group: place % 10 === 9 ? null : place % 2 === 0 ? "so-nganh" : "xa-phuong",
      submitted: place % 11 !== 7,
      answers: place % 11 === 7 ? [] : answers,
      adjustments: place % 11 === 7 ? [] : adjustments,
    };
  });
}
