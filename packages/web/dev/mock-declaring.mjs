/**
 * Answers the assessment's part of the HTTP contract from the real Quảng Ngãi set and the answers of its published case,
 * with versions, conflicts, seals and files, and serves a built site. No part of the product.
 * `node packages/web/dev/mock-declaring.mjs [port] [directory of the built site]`; sign in by the cookie
 * `opendti_session=vanphong|phong|lanhdao`. `POST /mock/other {code,input,value}` lets another person write a field;
 * `POST /mock/fault {status,code}` makes every change fail until `{}`; `POST /mock/clear {code}` empties an indicator.
 */
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const port = Number(process.argv[2] ?? 5299);
const site = process.argv[3] ?? join(root, "packages/web/dist/site");
const SET = "quang-ngai-so-nganh-2022";
const ID = "3f0c2a52-6f1e-4b7a-9a55-1c2d3e4f5a6b";
const source = readFileSync(join(root, `sets/${SET}/set.yaml`), "utf8");
const unit = parse(readFileSync(join(root, `sets/${SET}/cases/ban-dan-toc-2022.yaml`), "utf8")).units[0];
const MIME = {
  ".js": "text/javascript",
  ".css": "text/css",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
  ".json": "application/json",
};

const people = {
  vanphong: { id: "11111111-0000-4000-8000-000000000001", displayName: "Cán bộ Văn phòng" },
  phong: { id: "11111111-0000-4000-8000-000000000002", displayName: "Cán bộ Phòng Chính sách" },
  lanhdao: { id: "11111111-0000-4000-8000-000000000003", displayName: "Lãnh đạo đơn vị" },
};
const rooms = [
  { id: "22222222-0000-4000-8000-000000000001", name: "Phòng Chính sách", officers: [people.phong] },
  { id: "22222222-0000-4000-8000-000000000002", name: "Phòng Kế hoạch - Tổng hợp", officers: [] },
];
const OFFICE = {
  id: "22222222-0000-4000-8000-000000000000",
  code: "ban-dan-toc",
  name: unit.title,
  kind: "so-nganh",
};
const by = people.phong;
const START = Date.now() - 3_600_000;
let tick = 0;
const at = () => {
  tick += 1;
  return new Date(START + tick * 60_000).toISOString();
};
const decimal = (value) => (typeof value === "number" ? String(value) : value);

const store = {
  version: 3,
  state: "declaring",
  answers: new Map(),
  notApplicable: new Map(),
  evidence: [],
  comments: [
    {
      id: randomUUID(),
      code: "2.4.3",
      body: "Giải trình ghi 03/13, số liệu khai 3/17. Nhờ phòng kiểm tra lại tổng số người.",
      by: people.vanphong,
      at: at(),
    },
  ],
  assignments: [],
  parts: [],
  history: new Map(),
  files: new Map(),
  seal: null,
  returned: null,
};
let fault = null;

function write(code, input, value, person) {
  const key = `${code}/${input}`;
  const version = (store.answers.get(key)?.version ?? 0) + 1;
  const answer = { code, input, value, version, by: person, at: new Date().toISOString() };
  store.answers.set(key, answer);
  store.history.set(key, [{ value, version, by: person, at: answer.at }, ...(store.history.get(key) ?? [])]);
  return answer;
}
for (const [input, value] of Object.entries(unit.profile)) write("profile", input, decimal(value), by);
for (const [code, answer] of Object.entries(unit.answers))
  for (const [input, value] of Object.entries(answer))
    write(code, input, typeof value === "number" && input !== "choice" ? String(value) : value, by);
for (const [code, items] of Object.entries(unit.evidence ?? {}))
  for (const item of items)
    store.evidence.push({
      id: randomUUID(),
      code,
      version: 1,
      by,
      at: at(),
      ...(item.kind === "link"
        ? { kind: "link", url: item.link, title: null, page: null, section: null }
        : {
            kind: "document",
            text: item.text,
            number: item.number?.split("/")[0] ?? null,
            symbol: item.number ?? null,
            date: item.date ?? null,
            issuer: item.issuer ?? null,
            title: item.title ?? null,
            page: /^\d/.test(item.place ?? "") ? item.place : null,
            section: null,
          }),
    });
const codes = Object.keys(unit.answers);
const given = codes.filter((code) => code.startsWith("2.4") || code.startsWith("2.5"));
store.assignments = given.map((code) => ({
  code,
  unit: { id: rooms[0].id, name: rooms[0].name },
  account: people.phong,
}));
store.parts = [
  {
    unit: { id: rooms[0].id, name: rooms[0].name },
    state: "declaring",
    codes: given,
    by: null,
    at: null,
    reason: null,
  },
  {
    unit: { id: rooms[1].id, name: rooms[1].name },
    state: "handed-over",
    codes: codes.filter((code) => code.startsWith("2.3")),
    by: people.vanphong,
    at: at(),
    reason: null,
  },
];

const max = Object.fromEntries(
  [...source.matchAll(/code: "([\d.]+)"[\s\S]*?max: (\d+)/g)].map(([, code, points]) => [
    code,
    Number(points),
  ]),
);
const share = (code, of) => String(Math.round((max[code] ?? 10) * of * 100) / 100);
const scored = (of) =>
  Object.fromEntries(codes.map((code, n) => [code, share(code, [1, 1, of, 0.5, 1][n % 5])]));

function may(login) {
  const open = store.state === "declaring";
  const office = login === "vanphong";
  const head = login === "lanhdao";
  return {
    declare: store.state !== "submitted" && (head || open),
    codes: login === "phong" ? given : null,
    assign: office && open,
    compile: office && open,
    submit: head && store.state !== "submitted",
    return: head && store.state === "compiled",
    handOver: login === "phong" && open ? [rooms[0].id] : [],
  };
}

function assessment(login) {
  const comments = {};
  for (const { code } of store.comments) comments[code] = (comments[code] ?? 0) + 1;
  return {
    id: ID,
    version: store.version,
    state: store.state,
    campaign: { id: randomUUID(), name: "Đánh giá chuyển đổi số các sở, ban, ngành năm 2022", year: 2022 },
    unit: OFFICE,
    group: { code: "so-nganh", name: "Sở, ban, ngành" },
    set: {
      id: SET,
      version: 1,
      hash: createHash("sha256").update(source).digest("hex"),
      title: "Chỉ số chuyển đổi số 2022",
    },
    dueAt: new Date(Date.now() + 6.5 * 86_400_000).toISOString(),
    extended: false,
    serverTime: new Date().toISOString(),
    answers: [...store.answers.values()],
    notApplicable: [...store.notApplicable.values()],
    evidence: store.evidence,
    assignments: store.assignments,
    parts: store.parts,
    rooms,
    comments,
    previous: {
      year: 2021,
      scores: scored(0.8),
      answers: {
        "2.1.3": { a: "18", b: "21" },
        "2.6.17": { a: "0.04", b: "6.9" },
        "2.2.4": { a: "2", b: "3" },
        "2.1.4": { choice: 2 },
      },
    },
    medians: { year: 2021, scores: scored(0.7) },
    seal: store.seal,
    returned: store.returned,
    may: may(login),
  };
}

class Refusal extends Error {
  constructor(status, code, title, more = {}) {
    super(title);
    Object.assign(this, { status, body: { type: `/problems/${code}`, code, title, status, ...more } });
  }
}

/** Refuses what was made to another version than the one stored. */
function match(headers, current) {
  if (headers["if-match"] !== `"${current?.version ?? 0}"`)
    throw new Refusal(412, "changed-meanwhile", "Nội dung vừa được người khác thay đổi", { current });
}

function step(state, headers, change) {
  match(headers, store);
  Object.assign(store, { state, version: store.version + 1, ...change });
}

const routes = [
  ["GET", /^$/, ({ login }) => assessment(login)],
  [
    "PUT",
    /^\/answers\/([^/]+)\/([^/]+)$/,
    ({ path: [code, input], body, headers, person }) => {
      const key = `${code}/${input}`;
      match(
        headers,
        store.answers.get(key) ?? { code, input, value: null, version: 0, by: person, at: at() },
      );
      return write(code, input, body.value, person);
    },
  ],
  [
    "PUT",
    /^\/not-applicable\/([^/]+)$/,
    ({ path: [code], body, headers, person }) => {
      const before = store.notApplicable.get(code);
      match(headers, before ?? { version: 0 });
      const mark = {
        code,
        reason: body.reason,
        version: (before?.version ?? 0) + 1,
        by: person,
        at: new Date().toISOString(),
      };
      store.notApplicable.set(code, mark);
      return mark;
    },
  ],
  [
    "POST",
    /^\/evidence$/,
    ({ body, person }) => {
      const one = {
        id: randomUUID(),
        code: body.code,
        version: 1,
        by: person,
        at: new Date().toISOString(),
        ...body.item,
      };
      store.evidence.push(one);
      return one;
    },
  ],
  [
    "PUT",
    /^\/evidence\/(.+)$/,
    ({ path: [id], body, headers }) => {
      const one = store.evidence.find((each) => each.id === id);
      match(headers, one);
      return Object.assign(one, body.item, { version: one.version + 1 });
    },
  ],
  [
    "DELETE",
    /^\/evidence\/(.+)$/,
    ({ path: [id] }) => {
      store.evidence = store.evidence.filter((each) => each.id !== id);
    },
  ],
  [
    "POST",
    /^\/files$/,
    ({ raw }) => {
      const head = raw.toString("latin1", 0, 2000);
      const name = Buffer.from(/filename="([^"]*)"/.exec(head)?.[1] ?? "tệp", "latin1").toString("utf8");
      const mediaType = /Content-Type: (\S+)/i.exec(head)?.[1] ?? "application/pdf";
      const bytes = raw.subarray(head.indexOf("\r\n\r\n") + 4, raw.lastIndexOf("\r\n--"));
      const hash = createHash("sha256").update(bytes).digest("hex");
      const file = { hash, name, size: bytes.length, mediaType };
      store.files.set(hash, { ...file, bytes, at: new Date().toISOString(), usedIn: [] });
      return file;
    },
  ],
  [
    "GET",
    /^\/files$/,
    () => ({ items: [...store.files.values()].map(({ bytes: _bytes, ...file }) => file) }),
  ],
  ["GET", /^\/files\/(.+)$/, ({ path: [hash] }) => store.files.get(hash)],
  [
    "GET",
    /^\/comments$/,
    ({ query }) => ({ items: store.comments.filter(({ code }) => code === query.get("code")) }),
  ],
  [
    "POST",
    /^\/comments$/,
    ({ body, person }) => {
      const one = { id: randomUUID(), ...body, by: person, at: new Date().toISOString() };
      store.comments.push(one);
      return one;
    },
  ],
  [
    "PUT",
    /^\/assignments$/,
    ({ body }) => {
      for (const { code, unitId, accountId } of body.items) {
        const room = rooms.find(({ id }) => id === unitId);
        const rest = store.assignments.filter((each) => each.code !== code);
        const account = Object.values(people).find(({ id }) => id === accountId) ?? null;
        store.assignments = room
          ? [...rest, { code, unit: { id: room.id, name: room.name }, account }]
          : rest;
      }
      return { items: store.assignments };
    },
  ],
  [
    "POST",
    /^\/parts\/(.+)\/(hand-over|return)$/,
    ({ path: [id, verb], body, person }) => {
      const part = store.parts.find(({ unit: { id: of } }) => of === id);
      Object.assign(part, {
        state: verb === "return" ? "declaring" : "handed-over",
        by: person,
        at: at(),
        reason: body.reason ?? null,
      });
    },
  ],
  ["POST", /^\/compile$/, ({ headers }) => step("compiled", headers, { returned: null })],
  [
    "POST",
    /^\/return$/,
    ({ headers, body, person }) =>
      step("declaring", headers, { returned: { reason: body.reason, by: person, at: at() } }),
  ],
  [
    "POST",
    /^\/submit$/,
    ({ headers, person }) => {
      const hash = createHash("sha256")
        .update(JSON.stringify([...store.answers.values()]))
        .digest("hex");
      step("submitted", headers, { seal: { hash, at: new Date().toISOString(), by: person } });
      return { seal: store.seal };
    },
  ],
  [
    "GET",
    /^\/check$/,
    () => ({
      findings: [],
      missing: [],
      withoutEvidence: [],
      total: "451.26",
      max: "485",
      openParts: store.parts.filter(({ state }) => state === "declaring").map((part) => part.unit),
    }),
  ],
  [
    "GET",
    /^\/history$/,
    ({ query }) => ({ items: store.history.get(`${query.get("code")}/${query.get("input")}`) ?? [] }),
  ],
];

function session(login) {
  if (!people[login]) throw new Refusal(401, "not-signed-in", "Chưa đăng nhập");
  const role = login === "lanhdao" ? "unit-head" : "unit-officer";
  const of = login === "phong" ? { ...rooms[0], code: "phong-cs", kind: "room" } : OFFICE;
  return {
    account: { ...people[login], login, language: "vi", totpEnabled: false, mustChangePassword: false },
    grants: [{ role, unit: { id: of.id, code: of.code, name: of.name, kind: of.kind } }],
    csrfToken: "mock",
    idleMinutes: 15,
    totpDue: false,
  };
}

function answer(request, url, raw) {
  const login = /opendti_session=(\w+)/.exec(request.headers.cookie ?? "")?.[1];
  const path = url.pathname.slice("/api/v1".length);
  const json = (request.headers["content-type"] ?? "").includes("json");
  const body = json && raw.length > 0 ? JSON.parse(raw.toString("utf8")) : {};
  if (url.pathname === "/mock/other") return write(body.code, body.input, body.value, people.lanhdao);
  if (url.pathname === "/mock/fault") {
    fault = body.status ? body : null;
    return undefined;
  }
  if (url.pathname === "/mock/clear")
    return [...store.answers.values()]
      .filter(({ code }) => code === body.code)
      .map(({ code, input }) => write(code, input, null, by));
  if (path === "/session") return session(login);
  if (path === "/home") return { items: [] };
  if (path.startsWith(`/sets/${SET}/`)) return source;
  if (!path.startsWith(`/assessments/${ID}`)) throw new Refusal(404, "not-found", "Không có nội dung này");
  if (fault && request.method !== "GET")
    throw new Refusal(fault.status, fault.code ?? "internal", fault.title ?? "Máy chủ bận", {
      detail: fault.detail ?? "",
    });
  const rest = path.slice(`/assessments/${ID}`.length);
  for (const [verb, pattern, run] of routes) {
    const found = verb === request.method ? pattern.exec(rest) : null;
    if (found)
      return run({
        path: found.slice(1).map(decodeURIComponent),
        body,
        raw,
        query: url.searchParams,
        headers: request.headers,
        login,
        person: people[login],
      });
  }
  throw new Refusal(404, "not-found", "Không có nội dung này");
}

async function api(request, response, url) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  try {
    const result = answer(request, url, Buffer.concat(chunks));
    if (result === undefined) return void response.writeHead(204).end();
    if (typeof result === "string")
      return void response.writeHead(200, { "content-type": "text/yaml" }).end(result);
    if (Buffer.isBuffer(result.bytes))
      return void response.writeHead(200, { "content-type": result.mediaType }).end(result.bytes);
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(result));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    response
      .writeHead(error.status, { "content-type": "application/problem+json" })
      .end(JSON.stringify(error.body));
  }
}

createServer((request, response) => {
  const url = new URL(request.url ?? "/", "http://mock");
  if (url.pathname.startsWith("/api/v1/") || url.pathname.startsWith("/mock/"))
    return void api(request, response, url);
  if (url.pathname === "/api/health/live") return void response.writeHead(200).end();
  const file = join(site, normalize(url.pathname));
  const type = MIME[extname(file)];
  if (type && file.startsWith(site) && existsSync(file)) {
    response.writeHead(200, { "content-type": type });
    return void createReadStream(file).pipe(response);
  }
  const nonce = randomBytes(16).toString("base64");
  response.writeHead(200, {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": `default-src 'none'; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'nonce-${nonce}'; img-src 'self' blob:; font-src 'self'; connect-src 'self'; frame-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  });
  response.end(readFileSync(join(site, "index.html"), "utf8").replaceAll("__CSP_NONCE__", nonce));
}).listen(port, "127.0.0.1");
