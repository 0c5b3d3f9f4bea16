import { Workbook } from "@cj-tech-master/excelts";
import { describe, expect, test } from "vitest";
import { folder, opendti, quangNgai } from "./opendti.js";
import { sheetData, workbookParts, zipOf } from "./zip.js";

const here = folder();

/** Lines of the refusal on stderr; nothing is scored, and no stack is shown. */
async function refusal(...files: string[]): Promise<string[]> {
  const { status, stdout, stderr } = await opendti(here.path, ["score", quangNgai, ...files]);
  expect(status).toBe(1);
  expect(stdout).toBe("");
  expect(stderr).not.toMatch(/^ +at /m);
  return stderr.trimEnd().split("\n");
}

describe("every fault of a YAML or JSON file has its line and column", () => {
  test("values, inputs, codes, profile, 'not applicable', breakdowns", async () => {
    const file = here.write(
      "data.yaml",
      `units:
  - unit: a
    profile: { civil_servants: 17, serverz: 3 }
    answers:
      "2.1.3": { a: 22, b: x }
      "2.1.33": { a: 1 }
      "2.1.1": { choice: 7 }
      "2.4.2": { a: 5, a1: 1, a2: 0, a3: 1, a4: 0, b: 17 }
      "2.5.2": not_applicable
      "2.1.4":
        z: 3
`,
    );
    const lines = await refusal(file);
    expect(lines).toEqual([
      expect.stringContaining('data.yaml:3:36: a, profile.serverz: Thông tin chung không có mục "serverz"'),
      expect.stringContaining('data.yaml:5:25: a, 2.1.3.b: "x" không phải số'),
      expect.stringMatching(/^data\.yaml:6:19: .*không có chỉ số "2\.1\.33"; gần giống: 2\.1\.3/),
      expect.stringContaining("data.yaml:7:18: a, 2.1.1.choice: Phương án 7 không có"),
      expect.stringContaining('data.yaml:8:18: a, 2.4.2.a: "a" không bằng tổng a1 + a2 + a3 + a4'),
      expect.stringContaining('data.yaml:9:7: a, 2.5.2: Chỉ số 2.5.2 không cho phép "không áp dụng"'),
      expect.stringContaining('data.yaml:11:9: a, 2.1.4.z: Chỉ số 2.1.4 không có số liệu "z"'),
      "7 lỗi",
    ]);
  });

  test("--json lists them with message, file, line, column and place", async () => {
    const file = here.write("one.json", '{"units":[{"unit":"a",\n"answers":{"2.1.3":{"a":"x"}}}]}');
    const { status, stdout, stderr } = await opendti(here.path, [
      "score",
      quangNgai,
      file,
      "--json",
      "--lang",
      "en",
    ]);
    expect([status, stderr]).toEqual([1, ""]);
    expect(JSON.parse(stdout)).toEqual({
      problems: [
        {
          message: 'a, 2.1.3.a: "x" is not a number',
          file: "one.json",
          line: 2,
          column: 21,
          at: "a 2.1.3.a",
        },
      ],
    });
  });

  test("a datum has one name, whether it stands in YAML or in CSV, long or wide", async () => {
    const files = [
      here.write(
        "at.yaml",
        'units: [{ unit: a, profile: { servers: x }, answers: { "2.1.3": { a: x }, "2.1.1": x } }]',
      ),
      here.write("at-long.csv", "unit,code,input,value\na,profile,servers,x\na,2.1.3,a,x\na,2.1.1,,x\n"),
      here.write("at-wide.csv", "unit,profile.servers,2.1.3.a,2.1.1\na,x,x,x\n"),
    ];
    for (const file of files) {
      const { stdout } = await opendti(here.path, ["score", quangNgai, file, "--json"]);
      const { problems } = JSON.parse(stdout) as { problems: { at: string }[] };
      expect([file, problems.map(({ at }) => at)]).toEqual([
        file,
        ["a profile.servers", "a 2.1.3.a", "a 2.1.1"],
      ]);
    }
  });

  test("a key named __proto__ is refused with its line, never dropped", async () => {
    const yaml = here.write("proto.yaml", "units:\n  - unit: a\n    answers:\n      __proto__: { a: 1 }\n");
    expect(await refusal(yaml)).toEqual([
      'proto.yaml:4:7: Không dùng được tên mục "__proto__"; đặt tên khác',
      "1 lỗi",
    ]);
    const json = here.write("proto.json", '{"units":[{"unit":"a","profile":{"__proto__":3}}]}');
    expect((await refusal(json))[0]).toContain("proto.json:1:34: ");
    const csv = here.write("proto.csv", "unit,code,input,value\na,__proto__,a,1\na,2.1.3,__proto__,1\n");
    expect(await refusal(csv)).toEqual([
      expect.stringContaining('Bộ chỉ số không có chỉ số "__proto__"'),
      expect.stringContaining('Chỉ số 2.1.3 không có số liệu "__proto__"'),
      "2 lỗi",
    ]);
  });

  test("a page pasted into a cell, a name or a header is not printed back whole", async () => {
    const page = "báo cáo ".repeat(2_000).trim();
    const yaml = `units: [{ unit: "${page}", group: g, answers: { "2.1.3": { a: "${page}" }, "${page}": 1, "2.1.1": "${page}" } }]`;
    const files = [
      here.write("page.yaml", yaml),
      here.write(
        "page-long.csv",
        `unit,code,input,value\na,2.1.3,a,${page}\na,${page},a,1\na,2.1.3,${page},1\n`,
      ),
      here.write("page-wide.csv", `unit,2.1.3.a,${page}\na,1,1\n`),
    ];
    for (const file of files) {
      const lines = await refusal(file);
      expect(lines.length).toBeGreaterThan(1);
      for (const line of lines) expect(line.length, line).toBeLessThan(400);
      expect(lines.join("\n")).toContain("…");
    }
  });

  test("syntax, shape, and a missing file", async () => {
    expect((await refusal(here.write("syntax.yaml", "units:\n  - unit: [a\n")))[0]).toMatch(
      /^syntax\.yaml:3:1: Lỗi cú pháp/,
    );
    expect(
      await refusal(here.write("shape.yaml", "units:\n  - unit: a\n    answerz: {}\n  - group: x\n")),
    ).toEqual([
      expect.stringMatching(/^shape\.yaml:3:5: .*"answerz"/),
      'shape.yaml:4:5: Thiếu mục "unit" (tên đơn vị)',
      "2 lỗi",
    ]);
    expect(await refusal("none.yaml")).toEqual(["none.yaml: Không có tệp này", "1 lỗi"]);
  });

  test("an alias bomb and a tower of brackets are refused, not unfolded", async () => {
    const bomb = [
      "a: &a [x, x, x, x, x, x, x, x, x]",
      ...Array.from({ length: 8 }, (_, at) => {
        const [name, before] = [String.fromCharCode(98 + at), String.fromCharCode(97 + at)];
        return `${name}: &${name} [${Array(9).fill(`*${before}`).join(", ")}]`;
      }),
    ].join("\n");
    expect((await refusal(here.write("bomb.yaml", `${bomb}\nunits: *i\n`)))[0]).toContain("tham chiếu");
    expect((await refusal(here.write("tower.json", "[".repeat(20_000))))[0]).toMatch(/^tower\.json/);
  });

  test("fifty are shown and all are counted", async () => {
    const answers = Array.from({ length: 60 }, (_, at) => `"9.${at}": { a: 1 }`).join(", ");
    const lines = await refusal(
      here.write("sixty.yaml", `units:\n  - unit: a\n    answers: { ${answers} }\n`),
    );
    expect(lines).toHaveLength(51);
    expect(lines.at(-1)).toMatch(/^60 lỗi \(10 /);
  });
});

describe("every fault of a CSV file has its line", () => {
  test("values, codes, missing names, groups, cut rows", async () => {
    const file = here.write(
      "data.csv",
      "unit,group,code,input,value\na,g,2.1.3,a,22\na,g,2.1.3,b,abc\na,g,9.9,b,1\na,g2,2.1.1,choice,1\n,g,2.1.1,choice,1\na,g,,choice,1\na,g\n",
    );
    expect((await refusal(file)).map((line) => line.slice(0, 40))).toEqual([
      expect.stringMatching(/^data\.csv:3: a, 2\.1\.3\.b: "abc"/),
      expect.stringMatching(/^data\.csv:4: a, 9\.9\.b: Bộ chỉ số/),
      expect.stringMatching(/^data\.csv:5: Đơn vị "a" ở đây/),
      expect.stringMatching(/^data\.csv:6: Dòng này thiếu đơn vị/),
      expect.stringMatching(/^data\.csv:7: Dòng này thiếu mã/),
      expect.stringMatching(/^data\.csv:8: Dòng có 2 ô/),
      "6 lỗi",
    ]);
  });

  test("a header that the set does not have", async () => {
    const lines = await refusal(
      here.write("header.csv", "unit,2.1.3.a,2.1.3.q,profile.server,9.9.a,2.1.3,2.1.3.a\na,1,2,3,4,5,6\n"),
    );
    expect(lines.slice(0, -1).every((line) => line.startsWith("header.csv:1: "))).toBe(true);
    expect(lines.join("\n")).toContain('không có số liệu "q"; có: 2.1.3.a, 2.1.3.b');
    expect(lines.join("\n")).toContain('không có mục "server"; gần giống: servers');
    expect(lines.join("\n")).toContain('Không hiểu cột "9.9.a"');
    expect(lines.join("\n")).toContain('Cột "2.1.3": ghi rõ số liệu, ví dụ 2.1.3.a, 2.1.3.b');
    expect(lines.join("\n")).toContain('Cột "2.1.3.a" có hai lần');
  });

  test.each([
    ["no header", "x,y\n1,2\n", "Thiếu dòng tiêu đề"],
    ["nothing", "", "Tệp trống"],
    ["only a header", "unit,code,value\n", "không có dòng nào"],
    ["an open quote", 'unit,code,value\na,2.1.1,"1\n', "Ngoặc kép mở ở đây không có ngoặc đóng"],
    ["text after a quote", 'unit,code,value\na,2.1.1,"1"2\n', "ngoặc kép"],
  ])("%s", async (name, content, said) => {
    const lines = await refusal(here.write(`${name.replaceAll(" ", "-")}.csv`, content));
    expect(lines[0]).toContain(said);
    expect(lines[0]).toMatch(/\.csv:[12]: /);
  });

  test("letters that are not UTF-8 are named by their line; UTF-16 is read", async () => {
    const latin = Buffer.concat([Buffer.from("unit,code,value\nb\u00e9,2.1.1,1\n", "latin1")]);
    expect((await refusal(here.write("latin.csv", latin)))[0]).toContain("dòng 2 không phải UTF-8");
    const wide = Buffer.from("\ufeffunit\tcode\tvalue\nđơn vị\t2.1.1\t1\n", "utf16le");
    const { status } = await opendti(here.path, ["score", quangNgai, here.write("utf16.csv", wide)]);
    expect(status).toBe(0);
  });
});

describe("files that contradict each other", () => {
  test("both places are named", async () => {
    const first = here.write(
      "m1.yaml",
      'units:\n  - unit: a\n    group: g\n    answers: { "2.1.3": { a: 22, b: 23 }, "2.1.1": 1 }\n',
    );
    const second = here.write(
      "m2.csv",
      "unit,group,code,input,value\na,h,2.1.3,a,21\na,h,2.1.3,b,23.0\na,h,2.1.1,,1\n",
    );
    expect(await refusal(first, second)).toEqual([
      expect.stringContaining('m2.csv:2: a, 2.1.3.a: "21" trái với 22 ở m1.yaml:4:27; giữ lại một chỗ'),
      expect.stringMatching(/^m2\.csv:2: Đơn vị "a": nhóm "h" ở đây khác với ở m1\.yaml:2:5/),
      "2 lỗi",
    ]);
  });
});

describe("every fault of a workbook has its sheet and cell", () => {
  test("values, error cells, formulas without a result, codes turned into dates, rows without a unit", async () => {
    const workbook = new Workbook();
    const sheet = workbook.addWorksheet("Nhân lực số");
    sheet.addRows([
      ["Đơn vị", "Mã", "Số liệu", "Giá trị"],
      ["a", "2.1.3", "a", "hai mươi"],
      ["a", "2.1.3", "b", { error: "#DIV/0!" }],
      ["a", "2.4.3", "a", { formula: "1+1" }],
      ["a", new Date(Date.UTC(2003, 0, 2)), "a", 1],
      ["", "2.4.3", "b", 17],
    ]);
    workbook.addWorksheet("Ghi chú").addRow(["không phải bảng số liệu"]);
    here.write("data.xlsx", new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(await refusal("data.xlsx")).toEqual([
      expect.stringContaining("data.xlsx: Sheet 'Nhân lực số', ô D2: a, 2.1.3.a: \"hai mươi\" không phải số"),
      expect.stringContaining("data.xlsx: Sheet 'Nhân lực số', ô D3: ô đang báo lỗi #DIV/0!"),
      expect.stringContaining("data.xlsx: Sheet 'Nhân lực số', ô D4: công thức chưa có kết quả"),
      expect.stringContaining(
        "data.xlsx: Sheet 'Nhân lực số', ô B5: Phần mềm bảng tính đã đổi mã thành ngày 2003-01-02",
      ),
      expect.stringContaining("data.xlsx: Sheet 'Nhân lực số', ô A6: Dòng này thiếu đơn vị"),
      "5 lỗi",
    ]);
    const { stdout } = await opendti(here.path, ["score", quangNgai, "data.xlsx", "--json"]);
    expect(JSON.parse(stdout).problems[0]).toMatchObject({
      file: "data.xlsx",
      line: null,
      column: null,
      at: "Nhân lực số!D2",
    });
  });

  const table = sheetData([
    ["unit", "code", "input", "value"],
    ["a", "2.1.3", "a", 1],
    ["a", "2.1.3", "b", 2],
  ]);
  const read = async (name: string, content: Buffer): Promise<string> => {
    const { status, stderr } = await opendti(here.path, ["score", quangNgai, here.write(name, content)]);
    expect(stderr).not.toMatch(/^ +at /m);
    return `${status} ${stderr}`;
  };

  test.each<readonly [string, () => Buffer, string]>([
    ["text named .xlsx", () => Buffer.from("no workbook"), "không phải bảng tính .xlsx"],
    [
      "an old .xls inside",
      () => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)]),
      ".xls đời cũ hoặc có đặt mật khẩu",
    ],
    [
      "a password",
      () => zipOf({ ...workbookParts({ S: table }), "xl/x.xml": { content: "", encrypted: true } }),
      "mật khẩu",
    ],
    [
      "more than 50 MB",
      () => Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(51 * 1024 * 1024)]),
      "quá mức 50 MB",
    ],
    [
      "a bomb by its directory",
      () =>
        zipOf({
          ...workbookParts({ S: table }),
          "xl/media/a.bin": { content: "x", declared: 400 * 1024 * 1024 },
        }),
      "quá 300 MB",
    ],
    [
      "a part larger than it says",
      () =>
        zipOf({
          ...workbookParts({ S: table }),
          "xl/worksheets/part1.xml": { content: " ".repeat(10_000_000), declared: 10 },
        }),
      "hỏng",
    ],
    ["half a sheet", () => zipOf(workbookParts({ S: table.slice(0, 150) })), "bị hỏng"],
    [
      "a merge of the whole sheet",
      () => zipOf(workbookParts({ S: `${table}<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>` })),
      "trộn quá nhiều ô",
    ],
    [
      "no sheet with a header",
      () => zipOf(workbookParts({ S: sheetData([["x", 1]]) })),
      "Thiếu dòng tiêu đề",
    ],
  ])("refused: %s", async (name, content, said) => {
    const answer = await read(`${name.replaceAll(/\W/g, "-")}.xlsx`, content());
    expect(answer).toMatch(/^1 /);
    expect(answer).toContain(said);
  });

  test.each<readonly [string, () => Buffer]>([
    [
      "a name for every cell",
      () =>
        zipOf(
          workbookParts(
            { S: table },
            "<definedNames><definedName name=\"x\">'S'!$A$1:$XFD$1048576</definedName></definedNames>",
          ),
        ),
    ],
    [
      "a list of choices for every cell",
      () =>
        zipOf(
          workbookParts({
            S: `${table}<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations>`,
          }),
        ),
    ],
    [
      "tables, drawings and links to parts that are not there",
      () =>
        zipOf(
          workbookParts({
            S: `${table}<hyperlinks><hyperlink ref="A1" r:id="rId9"/></hyperlinks><drawing r:id="rId8"/><tableParts count="1"><tablePart r:id="rId7"/></tableParts>`,
          }),
        ),
    ],
    [
      "names of elements with a prefix",
      () =>
        zipOf(
          Object.fromEntries(
            Object.entries(workbookParts({ S: table })).map(([name, part]) => [
              name,
              /workbook\.xml$|worksheets/.test(name)
                ? String(part)
                    .replace(/<(\/?)([a-z])/gi, "<$1x:$2")
                    .replace("xmlns=", "xmlns:x=")
                : part,
            ]),
          ),
        ),
    ],
  ])("read all the same: %s", async (name, content) => {
    expect(await read(`${name.replaceAll(/\W/g, "-")}.xlsx`, content())).toBe("0 ");
  });
});
