/**
 * Answers the HTTP contract with invented data and serves dist/site as the real server does: nonce, policy, fallback.
 * No part of the product. `node packages/web/dev/mock-server.mjs [port]`; sign in as any login of mock-data.mjs with
 * any password; the password "sai" is wrong, the login "khoa" is locked, quantri and daumoi are asked for a code.
 * The cookie `mock=error|empty|slow|down` changes how lists answer, so that every state of a page can be seen.
 */
import { randomBytes } from "node:crypto";
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import {
  accounts,
  audit,
  campaigns,
  extensions,
  homeFor,
  progress,
  setFindings,
  setSources,
  sets,
  units,
  uuid,
} from "./mock-data.mjs";

const site = process.env.OPENDTI_SITE ?? fileURLToPath(new URL("../dist/site/", import.meta.url));
const types = {
  ".js": "text/javascript",
  ".css": "text/css",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
  ".json": "application/json",
};
const now = () => new Date().toISOString();

class Refusal extends Error {
  constructor(status, code, title, detail = "", extensions = {}) {
    super(title);
    Object.assign(this, {
      status,
      body: { type: `/problems/${code}`, code, title, detail, status, ...extensions },
    });
  }
}
const missing = () => new Refusal(404, "not-found", "Không có nội dung này");

const sessionOf = (login) => {
  const account = accounts.find((one) => one.login === login);
  if (account === undefined) return null;
  const { id, displayName, totpEnabled, grants } = account;
  return {
    account: { id, login, displayName, language: "vi", totpEnabled, mustChangePassword: false },
    grants,
    csrfToken: "mock",
    idleMinutes: 15,
    totpDue: false,
  };
};

function signIn({ login, password, code }) {
  if (login === "khoa")
    throw new Refusal(423, "account-locked", "Tài khoản tạm khóa", "", {
      until: new Date(Date.now() + 900_000).toISOString(),
    });
  const session = password === "sai" ? null : sessionOf(login);
  if (session === null)
    throw new Refusal(
      401,
      "sign-in-failed",
      "Tên đăng nhập hoặc mật khẩu không đúng",
      "Kiểm tra lại phím Caps Lock và bộ gõ tiếng Việt.",
    );
  if (session.account.totpEnabled && code === undefined)
    throw new Refusal(401, "totp-required", "Cần mã xác thực");
  if (session.account.totpEnabled && code === "000000")
    throw new Refusal(
      401,
      "totp-wrong",
      "Mã xác thực không đúng",
      "Mã đổi sau mỗi 30 giây; hãy nhập mã đang hiện.",
    );
  return session;
}

const find = (items, id) =>
  items.find((one) => one.id === id) ??
  (() => {
    throw missing();
  })();
const page = (items) => ({ items, next: null });
const importOutcome = {
  changes: [
    { row: 2, action: "same", code: "SYT", name: "Sở Y tế" },
    {
      row: 3,
      action: "change",
      code: "SNNMT",
      name: "Sở Nông nghiệp và Môi trường",
      before: { name: "Sở Nông nghiệp và PTNT" },
      after: { name: "Sở Nông nghiệp và Môi trường" },
    },
    { row: 4, action: "create", code: "BQLKKT", name: "Ban Quản lý Khu kinh tế" },
  ],
  problems: [],
};

/** @type {[string, RegExp, (context: any) => unknown][]} */
const routes = [
  ["GET", /^\/session$/, ({ session }) => session],
  ["PATCH", /^\/session$/, ({ session }) => session],
  ["POST", /^\/session\/password$/, () => undefined],
  [
    "POST",
    /^\/session\/totp$/,
    () => ({
      secret: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
      uri: "otpauth://totp/OpenDTI:canbo.bdt?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=OpenDTI",
    }),
  ],
  ["PUT", /^\/session\/totp$/, () => undefined],
  ["DELETE", /^\/session\/totp$/, () => undefined],
  [
    "GET",
    /^\/session\/all$/,
    () => ({
      items: [
        {
          id: uuid("5e", 1),
          createdAt: now(),
          lastSeenAt: now(),
          address: "10.24.8.17",
          userAgent:
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
          current: true,
        },
        {
          id: uuid("5e", 2),
          createdAt: new Date(Date.now() - 90_000_000).toISOString(),
          lastSeenAt: new Date(Date.now() - 4_000_000).toISOString(),
          address: "113.161.20.4",
          userAgent:
            "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36",
          current: false,
        },
      ],
    }),
  ],
  ["DELETE", /^\/session\/all\/(.+)$/, () => undefined],
  ["GET", /^\/home$/, ({ login }) => ({ items: homeFor(login) })],
  [
    "GET",
    /^\/unit-kinds$/,
    () => ({
      items: [
        ["province", "Tỉnh", 1],
        ["department", "Sở, ban, ngành", 2],
        ["commune", "Xã, phường", 2],
        ["room", "Phòng", 3],
      ].map(([kind, name, level]) => ({ kind, name, level })),
    }),
  ],
  [
    "GET",
    /^\/units$/,
    ({ query }) => {
      const q = query.get("q")?.toLowerCase();
      const at = query.get("at");
      const listed = units.filter(
        (one) =>
          (q ? `${one.code} ${one.name}`.toLowerCase().includes(q) : true) &&
          (query.has("parent")
            ? one.parentId === (query.get("parent") === "none" ? null : query.get("parent"))
            : true) &&
          (query.has("kind") ? one.kind === query.get("kind") : true) &&
          (!at || (one.validFrom <= at && (one.validTo === null || one.validTo >= at))),
      );
      return page(listed);
    },
  ],
  [
    "POST",
    /^\/units\/import$/,
    ({ query, raw }) =>
      raw.includes("loi.xlsx")
        ? {
            changes: [],
            problems: [
              {
                sheet: "Đơn vị",
                cell: "C7",
                message:
                  "Loại đơn vị “Sở ngành” không có; dùng một trong: Sở, ban, ngành; Xã, phường; Phòng.",
              },
              { sheet: "Đơn vị", cell: "A12", message: "Mã SYT đã có ở dòng 2." },
              {
                sheet: "Đơn vị",
                cell: "E15",
                message: "Ngày 31/02/2025 không có thật; ghi theo dd/MM/yyyy.",
              },
            ],
          }
        : { ...importOutcome, applied: query.get("apply") },
  ],
  ["POST", /^\/units$/, ({ body }) => ({ ...units[1], ...body, id: uuid("b1", 500) })],
  ["POST", /^\/units\/merge$/, () => units[5]],
  ["POST", /^\/units\/([^/]+)\/(rename|close)$/, ({ match }) => find(units, match[1])],
  [
    "GET",
    /^\/units\/([^/]+)$/,
    ({ match }) => {
      const unit = find(units, match[1]);
      const merged = unit.code === "SNNMT";
      const link = (id, name) => ({
        id,
        name,
        kind: "department",
        on: "2025-03-01",
        legalBasis: "Nghị quyết 12/NQ-HĐND",
      });
      return {
        ...unit,
        names: merged
          ? [
              {
                name: unit.name,
                shortName: null,
                from: "2025-03-01",
                to: null,
                legalBasis: "Nghị quyết 12/NQ-HĐND",
              },
              {
                name: "Sở Nông nghiệp và Phát triển nông thôn",
                shortName: null,
                from: "2015-01-01",
                to: "2025-02-28",
                legalBasis: null,
              },
            ]
          : [{ name: unit.name, shortName: null, from: unit.validFrom, to: null, legalBasis: null }],
        predecessors: merged ? [link(uuid("b1", 90), "Sở Tài nguyên và Môi trường")] : [],
        successors: unit.code === "STNMT" ? [link(uuid("b1", 5), "Sở Nông nghiệp và Môi trường")] : [],
        results:
          unit.kind === "department"
            ? [
                { campaignId: uuid("ca", 3), year: 2024, total: "402.18", max: "485", rank: 4 },
                { campaignId: uuid("ca", 4), year: 2023, total: "371.5", max: "485", rank: 7 },
              ]
            : [],
      };
    },
  ],
  [
    "GET",
    /^\/accounts$/,
    ({ query }) =>
      page(
        accounts.filter(
          (one) =>
            `${one.login} ${one.displayName}`.toLowerCase().includes((query.get("q") ?? "").toLowerCase()) &&
            (query.get("role") ? one.grants.some(({ role }) => role === query.get("role")) : true),
        ),
      ),
  ],
  [
    "POST",
    /^\/accounts$/,
    ({ body }) => ({
      account: { ...accounts[0], ...body, grants: [] },
      temporaryPassword: "muaxuan-4821-bien",
    }),
  ],
  ["POST", /^\/accounts\/import$/, () => importOutcome],
  ["GET", /^\/accounts\/([^/]+)$/, ({ match }) => find(accounts, match[1])],
  [
    "PATCH",
    /^\/accounts\/([^/]+)$/,
    ({ match, body }) => {
      const { grants: _, ...rest } = body;
      return { ...find(accounts, match[1]), ...rest };
    },
  ],
  ["POST", /^\/accounts\/([^/]+)\/password$/, () => ({ temporaryPassword: "muaxuan-4821-bien" })],
  ["DELETE", /^\/accounts\/([^/]+)\/(sessions|totp)$/, () => undefined],
  ["GET", /^\/sets$/, () => ({ items: sets })],
  [
    "GET",
    /^\/sets\/([^/]+)\/versions\/\d+$/,
    ({ match }) => ({ ...find(sets, match[1]), findings: setFindings, years: [2022], legalBasis: null }),
  ],
  ["GET", /^\/sets\/([^/]+)\/versions\/\d+\/source$/, ({ match }) => setSources[match[1]]],
  ["GET", /^\/campaigns$/, () => page(campaigns)],
  ["POST", /^\/campaigns$/, ({ body }) => ({ ...campaigns[1], ...body })],
  ["GET", /^\/campaigns\/([^/]+)$/, ({ match }) => find(campaigns, match[1])],
  ["POST", /^\/campaigns\/([^/]+)\/open$/, ({ match }) => ({ ...find(campaigns, match[1]), status: "open" })],
  ["GET", /^\/campaigns\/([^/]+)\/progress$/, () => ({ items: progress })],
  ["GET", /^\/campaigns\/([^/]+)\/extensions$/, () => ({ items: extensions })],
  ["POST", /^\/campaigns\/([^/]+)\/extensions$/, () => extensions[0]],
  ["GET", /^\/audit$/, () => ({ items: audit, next: "more" })],
];

function answer(method, path, context) {
  if (method === "GET" && path === "/sign-in-methods")
    return { local: true, oidc: { name: "tài khoản công vụ của tỉnh", start: "/api/v1/oidc/start" } };
  if (method === "POST" && path === "/session") return signIn(context.body);
  if (method === "DELETE" && path === "/session") return undefined;
  if (context.session === null) throw new Refusal(401, "not-signed-in", "Chưa đăng nhập");
  if (path !== "/session" && method === "GET") {
    if (context.mock === "error")
      throw new Refusal(500, "internal", "Máy chủ gặp lỗi", "Lỗi đã được ghi lại.");
    if (context.mock === "empty" && !/\/[0-9a-f-]{36}/.test(path)) return { items: [], next: null };
  }
  for (const [verb, pattern, run] of routes) {
    const match = verb === method ? pattern.exec(path) : null;
    if (match !== null) return run({ ...context, match });
  }
  throw missing();
}

const cookiesOf = (request) =>
  Object.fromEntries(
    (request.headers.cookie ?? "")
      .split("; ")
      .filter(Boolean)
      .map((pair) => pair.split("=")),
  );

async function api(request, response, url) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const raw = Buffer.concat(chunks).toString("utf8");
  const cookies = cookiesOf(request);
  const login = cookies.opendti_session;
  const type = request.headers["content-type"] ?? "";
  const path = url.pathname.slice("/api/v1".length);
  if (cookies.mock === "slow" && path !== "/session")
    await new Promise((resolve) => setTimeout(resolve, 60_000));
  if (cookies.mock === "down") return void request.socket.destroy();
  try {
    const result = answer(request.method, path, {
      query: url.searchParams,
      raw,
      body: type.includes("json") && raw !== "" ? JSON.parse(raw) : {},
      login,
      session: sessionOf(login),
      mock: cookies.mock,
    });
    if (path === "/session" && request.method === "POST")
      response.setHeader(
        "set-cookie",
        `opendti_session=${result.account.login}; Path=/; HttpOnly; SameSite=Lax`,
      );
    if (path === "/session" && request.method === "DELETE")
      response.setHeader("set-cookie", "opendti_session=; Path=/; Max-Age=0");
    if (result === undefined) return void response.writeHead(204).end();
    if (typeof result === "string")
      return void response.writeHead(200, { "content-type": "text/yaml; charset=utf-8" }).end(result);
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(result));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    response
      .writeHead(error.status, { "content-type": "application/problem+json" })
      .end(JSON.stringify(error.body));
  }
}

function sendPage(response) {
  const nonce = randomBytes(16).toString("base64");
  response.writeHead(200, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": `default-src 'none'; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'nonce-${nonce}'; img-src 'self' blob:; font-src 'self'; connect-src 'self'; frame-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  });
  response.end(readFileSync(join(site, "index.html"), "utf8").replaceAll("__CSP_NONCE__", nonce));
}

createServer((request, response) => {
  const url = new URL(request.url ?? "/", "http://mock");
  if (url.pathname.startsWith("/api/v1/")) return void api(request, response, url);
  if (url.pathname === "/api/health/live") return void response.writeHead(200).end();
  const file = join(site, normalize(url.pathname));
  const type = types[extname(file)];
  if (type !== undefined && file.startsWith(site) && existsSync(file)) {
    response.writeHead(200, { "content-type": type });
    return void createReadStream(file).pipe(response);
  }
  sendPage(response);
}).listen(Number(process.argv[2] ?? 5199), "127.0.0.1");
