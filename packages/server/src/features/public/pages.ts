/** The public pages under /cong-bo, as HTML made here: readable without JavaScript, by anybody, also by search engines. */
import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { OpenLongCall } from "../../http/call.js";
import { Problem } from "../../http/problem.js";
import type { Platform } from "../../platform.js";
import { boardOf, keptBody, publishedEdition } from "../results/edition.js";
import { KeptBody } from "../results/kept-body.js";
import { chosenGroups, groupOf } from "../results/ranking.js";
import { groupFilter } from "../results/routes.js";
import type { Look } from "./frame.js";
import { gonePage } from "./gone-page.js";
import { listPage } from "./list-page.js";
import { PAGE_UNITS, rankingPage } from "./ranking-page.js";
import { listCampaigns, publicUnitOf, rankingPart, type Search } from "./service.js";
import { styleSheet } from "./style.js";
import { unitPage } from "./unit-page.js";

const HTML = "text/html; charset=utf-8";

/** Loads its own stylesheet, font and mark; runs nothing; sends its form to us. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

const LONGEST_SEARCH = 100;
const id = z.uuid();

/** Who does not speak our way of asking is asked in Vietnamese, for all, on the first page. */
const asked = z.object({
  lang: z.enum(["vi", "en"]).catch("vi"),
  q: z
    .string()
    .catch("")
    .transform((text) => text.replaceAll("\0", "").trim().slice(0, LONGEST_SEARCH)),
  group: groupFilter.catch(undefined),
  trang: z.coerce.number().int().min(1).max(100_000).catch(1),
});
type Asked = z.output<typeof asked>;

/**
 * Adds the pages.
 * @param site the folder of the built application, whose font they use; absent: the reader's own font.
 */
export async function publicPages(
  server: FastifyInstance,
  platform: Platform,
  site: string | undefined,
): Promise<void> {
  const css = styleSheet(site === undefined ? "" : await fontRules(join(site, "assets")));
  const style = `/cong-bo/trang-${createHash("sha256").update(css).digest("hex").slice(0, 12)}.css`;
  const schema = { hide: true };
  server.get(style, { schema }, async (_, reply) =>
    reply
      .type("text/css; charset=utf-8")
      .header("cache-control", "public, max-age=31536000, immutable")
      .send(css),
  );
  type Page = (call: OpenLongCall, look: Look, request: FastifyRequest, asked: Asked) => Promise<KeptBody>;
  const add = (path: string, page: Page): void => {
    server.get(path, { schema }, async (request, reply) => {
      const question = asked.parse(request.query);
      const look = { language: question.lang, style };
      const call = callOf(platform, request);
      try {
        return await send(request, reply, await page(call, look, request, question));
      } catch (error) {
        if (!(error instanceof Problem) || error.status !== 404) throw error;
        reply.code(404);
        return send(request, reply, await bodyOf(gonePage(look)));
      }
    });
  };
  add("/cong-bo", async (call, look) => bodyOf(listPage(look, await listCampaigns(call))));
  add("/cong-bo/:campaignId", (call, look, request, question) =>
    rankingBody(call, look, idIn(request, "campaignId"), question),
  );
  add("/cong-bo/:campaignId/:unitId", (call, look, request) =>
    unitBody(call, look, idIn(request, "campaignId"), idIn(request, "unitId")),
  );
}

async function rankingBody(
  call: OpenLongCall,
  look: Look,
  campaignId: string,
  { q, group, trang }: Asked,
): Promise<KeptBody> {
  const edition = await publishedEdition(call, campaignId);
  const search: Search = { q, group };
  const make = async (): Promise<KeptBody> => {
    const part = await rankingPart(call, edition, search, {
      from: (trang - 1) * PAGE_UNITS,
      count: PAGE_UNITS,
    });
    // A page behind the last one.
    if (part.found > 0 && part.ranking.items.length === 0) throw new Problem("not-found");
    const board = await boardOf(call, edition, "pillars");
    const groups =
      board === undefined ? [] : chosenGroups(board, undefined).map((one) => groupOf(board, one));
    return bodyOf(rankingPage(look, { ...part, search, groups, page: trang }));
  };
  // What is searched for is anybody's: it would fill what is kept.
  const key = `page ${look.language} ${group ?? ""} ${trang}`;
  return q === "" ? keptBody(call, edition, key, make) : make();
}

async function unitBody(
  call: OpenLongCall,
  look: Look,
  campaignId: string,
  unitId: string,
): Promise<KeptBody> {
  const edition = await publishedEdition(call, campaignId);
  return keptBody(call, edition, `page ${look.language} of ${unitId}`, async () =>
    bodyOf(unitPage(look, await publicUnitOf(call, edition, unitId))),
  );
}

const bodyOf = (page: string): Promise<KeptBody> =>
  KeptBody.of(page, HTML, "public", { "content-security-policy": POLICY });

async function send(request: FastifyRequest, reply: FastifyReply, body: KeptBody): Promise<FastifyReply> {
  const { type, headers, body: bytes } = await body.answer({ request, reply });
  return reply.type(type).headers(headers).send(bytes);
}

/** @throws {Problem} `not-found` for what is no id. */
function idIn(request: FastifyRequest, name: string): string {
  const read = id.safeParse((request.params as Readonly<Record<string, unknown>>)[name]);
  if (!read.success) throw new Problem("not-found");
  return read.data;
}

function callOf(platform: Platform, request: FastifyRequest): OpenLongCall {
  return {
    platform,
    db: platform.db,
    at: platform.now(),
    address: request.ip,
    userAgent: (request.headers["user-agent"] ?? "").slice(0, 300),
  };
}

const FONT = /^be-vietnam-pro-(vietnamese|latin)-(400|500|600)-normal-.+\.woff2$/;
const RANGES: Readonly<Record<string, string>> = {
  vietnamese:
    "U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB",
  latin:
    "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
};

/** The application's own font, as it was built: its files bear their hash. */
async function fontRules(folder: string): Promise<string> {
  const files = await readdir(folder);
  return files
    .flatMap((file) => {
      const [, subset = "", weight] = FONT.exec(file) ?? [];
      const range = RANGES[subset];
      return range === undefined
        ? []
        : [
            `@font-face{font-family:"Be Vietnam Pro";font-weight:${weight};font-display:swap;src:url("/assets/${file}") format("woff2");unicode-range:${range}}\n`,
          ];
    })
    .join("");
}
