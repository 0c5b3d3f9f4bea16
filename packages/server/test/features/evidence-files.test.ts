import { createHash } from "node:crypto";
import { once } from "node:events";
import { readdir, rm } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { archiveOf } from "../files/archive.js";
import { docx, formOf, jpeg, office as officeFile, pdfOf, png, upload, xlsx } from "../files/form.js";
import { ask, type Person, type RunningApp, startApp } from "../running/app.js";
import { type OpenCampaign, openCampaign } from "../running/campaign.js";
import { type SmallProvince, smallProvince } from "../running/units.js";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const MEGABYTE = 1024 * 1024;
const PATIENCE = { timeout: 20_000 };

let app: RunningApp;
let units: SmallProvince;
let campaign: OpenCampaign;
let office: Person;
let assessment: string;

beforeAll(async () => {
  app = await startApp({ UPLOAD_MEGABYTES: "1" });
  units = await smallProvince(app.db);
  campaign = await openCampaign(app, units);
  await app.account("van.phong", ["unit-officer", units.department]);
  office = await app.signedIn("van.phong");
  assessment = campaign.assessments[units.department] ?? "";
});
afterAll(() => app.close());

const send = (name: string, bytes: Buffer, type?: string) =>
  upload(app, office, assessment, name, bytes, type);
const incoming = () => readdir(join(app.platform.config.data, "files", "incoming"));
const known = async () =>
  Number(
    (
      await app.db
        .selectFrom("file")
        .select((eb) => eb.fn.countAll().as("n"))
        .executeTakeFirstOrThrow()
    ).n,
  );

describe("what is taken", () => {
  it.each([
    ["Báo cáo.pdf", pdfOf("a"), "application/pdf", "Báo cáo.pdf"],
    ["Tờ trình.docx", docx(), DOCX, "Tờ trình.docx"],
    ["bảng.xlsx", xlsx(), XLSX, "bảng.xlsx"],
    ["ảnh.JPG", jpeg, "image/jpeg", "ảnh.JPG"],
    ["chụp.png", png, "image/png", "chụp.png"],
    ["../../etc/passwd", pdfOf("b"), "application/pdf", "passwd.pdf"],
    ["=cmd.xlsx", xlsx({ name: "xl/sharedStrings.xml", content: "<a/>" }), XLSX, "cmd.xlsx"],
    ["trang.html", pdfOf("c"), "application/pdf", "trang.html.pdf"],
    ["ảnh chụp.pdf", Buffer.concat([jpeg, Buffer.from("SEFT of a telephone")]), "image/jpeg", "ảnh chụp.jpg"],
  ])("%s, by what it is", async (name, bytes, mediaType, stored) => {
    const sent = await send(name, bytes, "text/html");
    expect(sent.status).toBe(201);
    expect(sent.body).toEqual({
      hash: createHash("sha256").update(bytes).digest("hex"),
      name: stored,
      size: bytes.length,
      mediaType,
    });
  });

  it("once: the same bytes again are the same file under its first name", async () => {
    const bytes = pdfOf("once");
    await send("một.pdf", bytes);
    const before = await known();
    expect((await send("hai.pdf", bytes)).body.name).toBe("một.pdf");
    expect(await known()).toBe(before);
    const uploads = await app.db
      .selectFrom("audit_event")
      .where("action", "=", "file.upload")
      .where("subject_id", "=", createHash("sha256").update(bytes).digest("hex"))
      .select(["after", "unit_id"])
      .execute();
    expect(uploads).toMatchObject([{ after: { name: "một.pdf" }, unit_id: units.department }]);
  });

  it("even without any name", async () => {
    const form = formOf("x", pdfOf("nameless"));
    const payload = Buffer.from(form.payload.toString("latin1").replace('; filename="x"', ""), "latin1");
    const sent = await ask(app, {
      method: "POST",
      url: `/api/v1/assessments/${assessment}/files`,
      headers: { ...form.headers, cookie: office.cookie, "x-csrf-token": office.csrfToken },
      payload,
    });
    expect([sent.status, sent.body.name]).toEqual([201, "tai-lieu.pdf"]);
  });

  it("is noted once when it is sent several times at once", async () => {
    const bytes = pdfOf("together");
    const sent = await Promise.all(["a.pdf", "b.pdf", "c.pdf"].map((name) => send(name, bytes)));
    expect(sent.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(await incoming()).toEqual([]);
  });
});

describe("what is refused", () => {
  const html = Buffer.from("<!doctype html><script>alert(1)</script>");
  const types = (type: string, part = "/word/document.xml") => officeFile(part, type);
  it.each([
    ["a page renamed", "trang.pdf", html, "Nội dung tệp không thuộc loại được nhận"],
    [
      "a program renamed",
      "a.pdf",
      Buffer.concat([Buffer.from("MZ"), Buffer.alloc(300)]),
      "Nội dung tệp là .exe",
    ],
    ["a picture that is also an archive", "a.png", Buffer.concat([png, docx()]), "ghép một gói nén"],
    [
      "a PDF that is also an archive",
      "a.pdf",
      Buffer.concat([pdfOf("z"), docx(), Buffer.from("\n%")]),
      "ghép một gói nén",
    ],
    ["a picture with something after it", "a.png", Buffer.concat([png, html]), "dữ liệu thừa"],
    ["a picture cut off", "a.png", png.subarray(0, -6), "không trọn vẹn"],
    [
      "a Word file whose list of parts bursts",
      "a.docx",
      archiveOf([{ name: "[Content_Types].xml", content: Buffer.alloc(3 * MEGABYTE, " ") }]),
      "không phải tệp Word",
    ],
    ["an archive of anything", "a.docx", types("text/plain", "/a.txt"), "không phải tệp Word"],
    [
      "a Word file whose main part is missing",
      "a.docx",
      types(`${DOCX}.main+xml`, "/ppt/main.xml"),
      "không phải tệp Word",
    ],
    [
      "a Word file that bursts",
      "a.docx",
      docx({ name: "word/big.xml", content: "x", declared: 1e9 }),
      "giải nén vượt quá 300 MB",
    ],
    [
      "one that hides how far it bursts",
      "a.docx",
      docx({ name: "word/big.xml", content: "x".repeat(9), declared: 1 }),
      "bị hỏng",
    ],
    ["macros", "a.docx", docx({ name: "word/vbaProject.bin", content: "x" }), "macro"],
    [
      "macros under another name",
      "a.xlsx",
      xlsx({ name: "xl/macrosheets/sheet1.xml", content: "x" }),
      "macro",
    ],
    [
      "a macro document as .docx",
      "a.docx",
      types("application/vnd.ms-word.document.macroEnabled.main+xml"),
      "macro",
    ],
    [
      "a document with macros inside",
      "a.docx",
      docx({ name: "word/embeddings/a.xlsm", content: "x" }),
      "macro",
    ],
    ["an encrypted part", "a.docx", docx({ name: "word/a.xml", content: "x", flags: 1 }), "mật khẩu"],
    [
      "old Word",
      "a.doc",
      Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]),
      "kiểu cũ",
    ],
    ["nothing", "a.pdf", Buffer.alloc(0), "Tệp rỗng"],
  ])("%s", async (_, name, bytes, words) => {
    const before = await known();
    const refused = await send(name, bytes, "application/pdf");
    expect(refused.body).toMatchObject({ code: "upload-refused", status: 415 });
    expect(refused.body.detail).toContain(words);
    expect(await known()).toBe(before);
    expect(await incoming()).toEqual([]);
  });

  it("is one byte too many, wherever it says so", async () => {
    const most = Buffer.concat([jpeg, Buffer.alloc(MEGABYTE - jpeg.length)]);
    expect((await send("vừa.jpg", most)).status).toBe(201);
    const over = Buffer.concat([jpeg, Buffer.alloc(MEGABYTE - jpeg.length + 1)]);
    const refused = await send("quá.jpg", over);
    expect(refused.body).toMatchObject({ code: "upload-too-large", status: 413 });
    expect(refused.body.detail).toContain("1 MB");
    const far = await send("quá.jpg", Buffer.concat([jpeg, Buffer.alloc(2 * MEGABYTE)]));
    expect(far.body.code).toBe("upload-too-large");
    expect(await incoming()).toEqual([]);
  });

  it("is a form without a file, and what is no form", async () => {
    const url = `/api/v1/assessments/${assessment}/files`;
    const headers = { cookie: office.cookie, "x-csrf-token": office.csrfToken };
    const empty = await ask(app, {
      method: "POST",
      url,
      headers: { ...headers, "content-type": "multipart/form-data; boundary=x" },
      payload: "--x--\r\n",
    });
    expect(empty.body.code).toBe("request-invalid");
    const json = await ask(app, { method: "POST", url, headers, payload: { file: "x" } });
    expect(json.body.code).toBe("request-invalid");
    const broken = await ask(app, {
      method: "POST",
      url,
      headers: { ...headers, ...formOf("a.pdf", pdfOf("x")).headers },
      payload: formOf("a.pdf", pdfOf("x")).payload.subarray(0, -60),
    });
    expect(broken.body.code).toBe("request-invalid");
    expect(await incoming()).toEqual([]);
  });

  it("is not read at all from who may not send", async () => {
    const receive = vi.spyOn(app.platform.files, "receive");
    const sent = await upload(app, campaign.coordinator, assessment, "a.pdf", pdfOf("x"));
    expect(sent.body.code).toBe("forbidden");
    const noToken = { ...office, csrfToken: "wrong" };
    expect((await upload(app, noToken, assessment, "a.pdf", pdfOf("x"))).body.code).toBe("csrf-refused");
    const none = "00000000-0000-4000-8000-000000000000";
    expect((await upload(app, office, none, "a.pdf", pdfOf("x"))).status).toBe(404);
    expect(receive).not.toHaveBeenCalled();
  });
});

describe("the unit's library", () => {
  it("is for the unit's own people", async () => {
    expect((await campaign.coordinator.get(`/assessments/${assessment}/files`)).status).toBe(403);
  });

  it("says in which years and where a file is used; removed evidence does not count", async () => {
    const { body: file } = await send("dùng.pdf", pdfOf("used"));
    const item = { kind: "file", hash: file.hash };
    for (const code of ["2.1.2", "2.1.1"])
      await office.send("POST", `/assessments/${assessment}/evidence`, { code, item });
    const gone = await office.send("POST", `/assessments/${assessment}/evidence`, { code: "2.1.3", item });
    await office.send("DELETE", `/assessments/${assessment}/evidence/${gone.body.id}`, undefined, {
      "if-match": '"1"',
    });
    const { body } = await office.get(`/assessments/${assessment}/files`);
    expect(body.items).toContainEqual({
      ...file,
      at: "2026-11-22T02:00:00.000Z",
      usedIn: [
        { year: 2026, code: "2.1.1" },
        { year: 2026, code: "2.1.2" },
      ],
    });
  });
});

describe("a file that is looked at", () => {
  const bytes = pdfOf("shown");
  let path: string;
  beforeAll(async () => {
    const { body } = await send("Quyết định số 1.pdf", bytes);
    path = `/assessments/${assessment}/files/${body.hash}`;
  });

  it("comes as what it is, to be shown and never to run", async () => {
    const { status, headers, body } = await office.get(path);
    expect([status, body]).toEqual([200, bytes.toString()]);
    expect(headers).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition":
        "inline; filename=\"Quyet dinh so 1.pdf\"; filename*=UTF-8''Quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh%20s%E1%BB%91%201.pdf",
      "content-length": String(bytes.length),
      "x-content-type-options": "nosniff",
      "x-frame-options": "SAMEORIGIN",
      "cache-control": "private, no-cache",
      etag: `"${path.slice(-64)}"`,
    });
    const policy = String(headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).not.toMatch(/script-src|sandbox/);
  });

  it("is a picture in a sandbox, and a Word file only to be saved", async () => {
    const picture = (await send("a.png", png)).body.hash;
    const seen = await office.get(`/assessments/${assessment}/files/${picture}`);
    expect(seen.headers["content-security-policy"]).toMatch(/sandbox$/);
    expect(seen.headers["content-disposition"]).toMatch(/^inline/);
    const word = (await send("a.docx", docx())).body.hash;
    const saved = await office.get(`/assessments/${assessment}/files/${word}`);
    expect(saved.headers["content-disposition"]).toMatch(/^attachment/);
    expect((await office.get(`${path}?download=1`)).headers["content-disposition"]).toMatch(/^attachment/);
  });

  it.each([
    ["bytes=0-4", 206, 0, 5],
    ["bytes=5-", 206, 5, bytes.length],
    ["bytes=-6", 206, bytes.length - 6, bytes.length],
    [`bytes=5-${bytes.length + 99}`, 206, 5, bytes.length],
    ["bytes=-99999999", 206, 0, bytes.length],
    [`bytes=${bytes.length}-`, 200, 0, bytes.length],
    ["bytes=9-5", 200, 0, bytes.length],
    ["bytes=0-1,4-5", 200, 0, bytes.length],
    ["bytes=-0", 200, 0, bytes.length],
    ["bytes=-", 200, 0, bytes.length],
    ["lines=1-2", 200, 0, bytes.length],
  ])("comes in part when asked for %s", async (range, status, start, end) => {
    const part = await office.get(path, { range });
    expect([part.status, part.body]).toEqual([status, bytes.subarray(start, end).toString()]);
    expect(part.headers["content-length"]).toBe(String(end - start));
    if (status === 206)
      expect(part.headers["content-range"]).toBe(`bytes ${start}-${end - 1}/${bytes.length}`);
  });

  it("is not sent again to who has it, nor a part of it to who has another", async () => {
    const tag = `"${path.slice(-64)}"`;
    const again = await office.get(path, { "if-none-match": tag });
    expect([again.status, again.body]).toEqual([304, ""]);
    expect((await office.get(path, { range: "bytes=0-4", "if-range": tag })).status).toBe(206);
    expect((await office.get(path, { range: "bytes=0-4", "if-range": '"other"' })).status).toBe(200);
  });

  it("is seen by who appraises, not without a session, and not under another assessment", async () => {
    expect((await campaign.coordinator.get(path)).status).toBe(200);
    expect((await ask(app, { method: "GET", url: `/api/v1${path}` })).status).toBe(401);
    const other = path.replace(assessment, campaign.assessments[units.other] ?? "");
    expect((await campaign.coordinator.get(other)).status).toBe(404);
    expect((await office.get(path.replace(/.{64}$/, "0".repeat(64)))).status).toBe(404);
    expect((await office.get(path.replace(/.{64}$/, "..%2F..%2Fetc%2Fpasswd"))).status).toBe(400);
  });

  it("that the store has lost is our error, told as one", async () => {
    const { body } = await send("mất.pdf", pdfOf("lost"));
    const place = join(app.platform.config.data, "files", body.hash.slice(0, 2), body.hash.slice(2));
    await rm(place);
    const lost = await office.get(`/assessments/${assessment}/files/${body.hash}`);
    expect(lost.body).toMatchObject({ code: "internal-error", status: 500 });
    expect((await send("mất.pdf", pdfOf("lost"))).status).toBe(201);
    expect((await office.get(`/assessments/${assessment}/files/${body.hash}`)).status).toBe(200);
  });
});

describe("a line that breaks in the middle of an upload", () => {
  it("leaves nothing behind, and holds no transaction meanwhile", async () => {
    const address = await app.server.listen({ host: "127.0.0.1", port: 0 });
    const before = await known();
    const form = formOf("dở.pdf", Buffer.concat([pdfOf("half"), Buffer.alloc(500_000)]));
    const socket = connect(Number(new URL(address).port), "127.0.0.1");
    await once(socket, "connect");
    socket.write(
      [
        `POST /api/v1/assessments/${assessment}/files HTTP/1.1`,
        "host: localhost",
        `cookie: ${office.cookie}`,
        `x-csrf-token: ${office.csrfToken}`,
        `content-type: ${form.headers["content-type"]}`,
        `content-length: ${form.payload.length}`,
        "",
        "",
      ].join("\r\n"),
    );
    socket.write(form.payload.subarray(0, 300_000));
    await vi.waitFor(async () => expect(await incoming()).toHaveLength(1), PATIENCE);
    await vi.waitFor(() => expect(app.platform.pool.totalCount).toBe(app.platform.pool.idleCount), PATIENCE);
    socket.destroy();
    await vi.waitFor(async () => expect(await incoming()).toEqual([]), PATIENCE);
    expect(await known()).toBe(before);
  });
});
