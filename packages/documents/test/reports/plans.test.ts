import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type PlanSource, planSchema } from "@opendti/engine";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import {
  type AssignmentPlan,
  assignmentPlan,
  deadlineState,
  type PointsByLabel,
  type ProgressReport,
  progressReport,
} from "../../src/index.js";
import { textWidth } from "../../src/paper/measure.js";
import { TEXT_WIDTH } from "../../src/paper/paper.js";
import { CELL_PADDING, placeTable } from "../../src/paper/table-grid.js";
import { plainText } from "../../src/paper/text.js";
import { head, shippedSet, shippedUnit } from "../making/assessments.js";
import { bodyOf, headsOf, tablesOf, wordsOf } from "../making/paper-words.js";

const sets = fileURLToPath(new URL("../../../../sets", import.meta.url));
const planOf = (set: string, file: string): PlanSource =>
  planSchema.parse(parse(readFileSync(`${sets}/${set}/plans/${file}.yaml`, "utf8")));

const rooms: AssignmentPlan = {
  head,
  title: planOf("binh-phuoc-so-nganh-500", "ban-dan-toc-2023").title,
  form: "rooms",
  grounds: [],
  parts: ["binh-phuoc-so-nganh-500", "binh-phuoc-website-100"].map((id) => ({
    plan: planOf(id, "ban-dan-toc-2023"),
    set: shippedSet(id),
  })),
};

const province = {
  plan: planOf("qd922-cap-tinh-2022", "gia-lai-2023"),
  set: shippedSet("qd922-cap-tinh-2022"),
};
const points: PointsByLabel = Object.fromEntries(
  Object.entries(shippedUnit("qd922-cap-tinh-2022", "gia-lai-2022").published?.scores ?? {}).flatMap(
    ([code, { score }]) => (score === undefined ? [] : [[code, String(score)]]),
  ),
);
const agencies: AssignmentPlan = {
  head: { ...head, body: "Ủy ban nhân dân tỉnh Gia Lai", symbol: "UBND" },
  title: province.plan.title,
  form: "agencies",
  grounds: [],
  parts: [{ ...province, last: { year: 2022, points } }],
};

describe("the plan of Bình Phước", () => {
  it("hands every indicator to the rooms that the plan names, in its own words", () => {
    const tables = tablesOf(assignmentPlan(rooms));
    expect(tables).toHaveLength(2);
    for (const [at, { plan }] of rooms.parts.entries()) {
      const rows = bodyOf(tables[at]);
      for (const { code, lead, coordinating = [], printed } of plan.assignments) {
        const row = rows.find(([first]) => first === code);
        const names = (keys: readonly string[]) => keys.map((key) => plan.organisations[key]).join("; ");
        expect(row?.slice(3, 5)).toEqual([
          printed?.lead ?? names(lead),
          printed?.coordinating ?? names(coordinating),
        ]);
      }
    }
    expect(bodyOf(tables[0]).find(([code]) => code === "6.5")).toEqual([
      "6.5",
      expect.any(String),
      "10",
      "Thanh tra ban",
      "Phòng TT&DB",
      "",
    ]);
  });

  it("tells the scale of each set with its pillars", () => {
    const words = wordsOf(assignmentPlan(rooms));
    expect(words).toContain(
      "a) Thang điểm đánh giá 500 điểm, 42 chỉ số thành phần, gồm: Nhận thức số 50 điểm; Thể chế số 70 điểm;",
    );
    expect(words).toContain("2.2. Thực hiện Bộ tiêu chí đánh giá, xếp hạng Trang thông tin điện tử");
  });

  it("stands on one decision once, though both sets do", () => {
    expect(
      wordsOf(assignmentPlan(rooms)).match(/Căn cứ Quyết định số 1787\/QĐ-UBND ngày 28\/9\/2022/g),
    ).toHaveLength(1);
  });
});

describe("the plan of Gia Lai", () => {
  const [table] = tablesOf(assignmentPlan(agencies));
  const rows = bodyOf(table);

  it("has the columns of its appendix", () => {
    expect(headsOf(table)).toEqual([
      [
        "Số TT",
        "Chỉ số chính/Chỉ số thành phần",
        "Điểm tối đa",
        "Điểm năm 2022",
        "Cách xác định và tính điểm",
        "Cơ quan chủ trì",
        "Cơ quan phối hợp",
        "Thời gian hoàn thành",
      ],
    ]);
  });

  it("prints every indicator and every assignment with its lead, coordinators and deadline", () => {
    const printed = new Map<string, string[]>();
    let code = "";
    for (const [first = "", ...rest] of rows) {
      // Data of an indicator stand below it under their letters.
      if (/^[a-z]$/.test(first)) printed.set(`${code}.${first}`, rest);
      else {
        code = first;
        printed.set(first, rest);
      }
    }
    for (const node of province.set.nodes) expect(printed.has(node.code)).toBe(true);
    const { plan } = province;
    expect(plan.assignments.length).toBeGreaterThan(100);
    for (const { code: of, input, lead, printed: words, deadline } of plan.assignments) {
      const row = printed.get(input === undefined ? of : `${of}.${input}`);
      expect(row?.at(-3)).toBe(words?.lead ?? lead.map((key) => plan.organisations[key]).join("; "));
      expect(row?.at(-1)).toBe(words?.deadline ?? deadline?.text ?? "");
    }
  });

  it("shows the last scores and the rule beside each", () => {
    const row = rows.find(([code]) => code === "1.3");
    expect(row?.slice(2, 4)).toEqual(["10", "3,33"]);
    expect(row?.[4]).toContain("Điểm = Tỷ lệ*Điểm tối đa");
    expect(row?.[5]).toBe("Sở TT &TT; Văn phòng UBND tỉnh");
  });

  it("goes to those whom it assigns, since it is addressed to nobody above", () => {
    const words = wordsOf(assignmentPlan(agencies));
    expect(words).toContain("Các cơ quan, đơn vị được phân công");
    expect(words).not.toContain("Như trên");
  });

  it("gains a column for targets where there are any", () => {
    const targets = { year: 2023, points: { "1.3": "10" } };
    const [withTargets] = tablesOf(
      assignmentPlan({ ...agencies, parts: [{ ...province, last: { year: 2022, points }, targets }] }),
    );
    expect(headsOf(withTargets)[0]).toContain("Mục tiêu năm 2023");
    expect(
      bodyOf(withTargets)
        .find(([code]) => code === "1.3")
        ?.slice(2, 5),
    ).toEqual(["10", "3,33", "10"]);
  });

  it("refuses a plan that assigns what the set has not", () => {
    const [first] = province.plan.assignments;
    if (first === undefined) throw new Error("no assignment");
    const plan = { ...province.plan, assignments: [{ ...first, code: "99.9" }] };
    expect(() => assignmentPlan({ ...agencies, parts: [{ ...province, plan }] })).toThrow("99.9");
  });
});

describe("a deadline", () => {
  it.each([
    [{ text: "Quý IV năm 2024", kind: "by", due: "2024-12-31" }, "2024-09-30", "in-time"],
    [{ text: "Quý IV năm 2024", kind: "by", due: "2024-12-31" }, "2024-12-01", "due-soon"],
    [{ text: "Quý IV năm 2024", kind: "by", due: "2024-12-31" }, "2024-12-31", "due-soon"],
    [{ text: "Quý IV năm 2024", kind: "by", due: "2024-12-31" }, "2025-01-01", "overdue"],
    [{ text: "Quý IV hằng năm", kind: "every_year" }, "2025-09-30", "in-time"],
    [{ text: "Quý II hằng năm", kind: "every_year" }, "2025-07-01", "overdue"],
    [{ text: "Đã hoàn thành", kind: "done" }, "2025-07-01", "finished"],
    [{ text: "Thường xuyên", kind: "continuous" }, "2025-07-01", "continuous"],
    [{ text: "Thống kê số liệu", kind: "statistics" }, "2025-07-01", "statistics"],
    [undefined, "2025-07-01", "without-deadline"],
  ] as const)("%j on %s is %s", (deadline, on, state) => {
    expect(deadlineState(deadline, on)).toBe(state);
  });

  it("is kept by what was reported as done, however late it is looked at", () => {
    expect(deadlineState({ text: "Quý I", kind: "by", due: "2024-03-31" }, "2025-01-01", true)).toBe(
      "finished",
    );
  });
});

describe("the progress report of a quarter", () => {
  const report: ProgressReport = {
    head,
    to: ["Ủy ban nhân dân tỉnh Gia Lai"],
    ...province,
    year: 2024,
    quarter: 3,
    on: "2024-09-30",
    last: { year: 2022, points },
    now: { "2.8": "0", "1.6": "10" },
    reported: [
      {
        code: "2.8",
        finished: false,
        done: "Đã trình dự thảo",
        difficulties: "Chưa có hướng dẫn",
        proposal: "Cho lùi thời hạn",
      },
      { code: "2.7", finished: true, done: "Đã tổ chức hội nghị" },
    ],
  };

  it("of all follows every assignment of the plan, by who leads", () => {
    const [leads, all] = tablesOf(progressReport(report));
    const { assignments, organisations } = province.plan;
    expect(bodyOf(all).filter((row) => row.length > 2)).toHaveLength(assignments.length);
    const finance = bodyOf(leads).find(([, name]) => name === organisations["so-tai-chinh"]);
    expect(finance?.[2]).toBe(String(assignments.filter(({ lead }) => lead.includes("so-tai-chinh")).length));
  });

  it("of one lead unit follows what it leads, alone or with others", () => {
    const [own] = tablesOf(progressReport({ ...report, lead: "so-tai-chinh" }));
    const codes = bodyOf(own).flatMap(([code = "", ...rest]) => (rest.length > 1 ? [code] : []));
    expect(codes).toEqual(
      province.plan.assignments
        .filter(({ lead }) => lead.includes("so-tai-chinh"))
        .map(({ code, input }) => (input === undefined ? code : `${code}.${input}`)),
    );
  });

  it("shows points, deadline, state and what was reported", () => {
    const [, all] = tablesOf(progressReport(report));
    expect(bodyOf(all).find(([code]) => code === "2.8")).toEqual([
      "2.8",
      expect.any(String),
      "Sở Tài chính",
      "10",
      "0",
      "0",
      "Quý II năm 2024",
      "Quá hạn",
      "Đã trình dự thảo",
      "Chưa có hướng dẫn\nCho lùi thời hạn",
    ]);
    expect(bodyOf(all).find(([code]) => code === "2.7")?.[7]).toBe("Hoàn thành");
  });

  it("counts what has all its points as done, unless its lead unit says otherwise", () => {
    const state = (more: Partial<ProgressReport>) =>
      bodyOf(tablesOf(progressReport({ ...report, ...more }))[1]).find(([code]) => code === "1.6")?.[7];
    expect(state({})).toBe("Hoàn thành");
    expect(state({ reported: [{ code: "1.6", finished: false }] })).toBe("Quá hạn");
  });

  it("gathers difficulties and proposals, and leaves lines where there are none", () => {
    const words = wordsOf(progressReport(report));
    expect(words).toContain("II. KHÓ KHĂN, VƯỚNG MẮC\nChỉ số 2.8: Chưa có hướng dẫn\nIII.");
    expect(wordsOf(progressReport({ ...report, reported: [] }))).toMatch(
      /II\. KHÓ KHĂN, VƯỚNG MẮC\n…+\n…+\nIII/,
    );
  });

  it("is addressed to nobody where its letterhead names nobody, and then refers to nobody above", () => {
    const addressed = (to: readonly string[]) => {
      const paper = progressReport({ ...report, to });
      const blocks = paper.sections.flatMap((section) => section.blocks);
      return [blocks.some(({ kind }) => kind === "addressees"), wordsOf(paper).includes("Như trên")];
    };
    expect(addressed(report.to)).toEqual([true, true]);
    expect(addressed([])).toEqual([false, false]);
  });

  it("gives heads and codes the width of their longest word", () => {
    const every = { ...report, now: {}, on: "2026-11-22" };
    for (const section of progressReport(every).sections)
      for (const block of section.blocks) {
        if (block.kind !== "table") continue;
        const { widths, points, header, body } = placeTable(block, TEXT_WIDTH[section.orientation]);
        const codes = body.map(({ cells }) => ({ cells: cells.slice(0, 1), strong: false }));
        for (const { cells, strong } of [...header.map((row) => ({ ...row, strong: true })), ...codes])
          for (const { text, column, columns } of cells)
            for (const word of plainText(text).split(/\s+/))
              if (columns === 1)
                expect(textWidth(word, points, strong), word).toBeLessThan(
                  (widths[column] ?? 0) - CELL_PADDING,
                );
      }
  });

  it("says so where a unit leads nothing", () => {
    const words = wordsOf(progressReport({ ...report, lead: "so-cong-thuong" }));
    expect(words).toContain("Sở Công Thương không được giao chủ trì nội dung nào");
  });
});
