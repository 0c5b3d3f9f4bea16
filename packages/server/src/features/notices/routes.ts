/** /notices, /session/notice-settings, /session/calendar, /calendar/:token, /unsubscribe/:token */
import { z } from "zod";
import { mailChoices, noticeKinds } from "../../database/notice-tables.js";
import { type Endpoints, Raw } from "../../http/endpoint.js";
import { pageOf, pageQuery } from "../../http/page.js";
import * as service from "./service.js";
import { unsubscribeDone, unsubscribeForm } from "./unsubscribe-page.js";
import { worded } from "./wording.js";

const kind = z.enum(noticeKinds);

const notice = z
  .object({
    id: z.uuid(),
    kind,
    title: z.string(),
    body: z.string(),
    /** A path of the application. */
    link: z.string(),
    at: z.iso.datetime(),
    readAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "Notice" });

const settings = z
  .object({
    mail: z.enum(mailChoices),
    /** Kinds that are not mailed. */
    quiet: z.array(kind),
    /** Whether there is a calendar's address. */
    calendar: z.boolean(),
  })
  .meta({ id: "NoticeSettings" });

export function noticeRoutes(endpoints: Endpoints): void {
  endpoints.account(
    {
      method: "GET",
      url: "/notices",
      summary: "The own notices, the newest first, and how many are unread",
      query: pageQuery.extend({ unread: z.literal("1").optional() }),
      answer: pageOf(notice).extend({ unread: z.int() }),
      polled: { apartFrom: [] },
    },
    async (call, { query }) => {
      const { items, next, unread } = await service.listNotices(call, {
        unread: query.unread !== undefined,
        cursor: query.cursor,
        limit: query.limit,
      });
      return {
        items: items.map((one) => ({
          id: one.id,
          kind: one.kind,
          ...worded(one, call.actor.language),
          link: one.link,
          at: one.at.toISOString(),
          readAt: one.readAt?.toISOString() ?? null,
        })),
        next,
        unread,
      };
    },
  );
  endpoints.account(
    {
      method: "POST",
      url: "/notices/read",
      summary: "Mark own notices as read",
      body: z.union([
        z.strictObject({ ids: z.array(z.uuid()).max(500) }),
        z.strictObject({ all: z.literal(true) }),
      ]),
      answer: z.object({ unread: z.int() }),
    },
    async (call, { body }) => ({ unread: await service.markRead(call, "ids" in body ? body.ids : null) }),
  );
  settingsRoutes(endpoints);
  publicRoutes(endpoints);
}

function settingsRoutes(endpoints: Endpoints): void {
  endpoints.account(
    {
      method: "GET",
      url: "/session/notice-settings",
      summary: "What of the own notices is mailed",
      answer: settings,
    },
    (call) => service.findSettings(call),
  );
  endpoints.account(
    {
      method: "PATCH",
      url: "/session/notice-settings",
      summary: "Choose what of the own notices is mailed",
      body: z.strictObject({ mail: z.enum(mailChoices).optional(), quiet: z.array(kind).max(20).optional() }),
      answer: settings,
    },
    (call, { body }) => service.changeSettings(call, body),
  );
  endpoints.account(
    {
      method: "POST",
      url: "/session/calendar",
      summary: "Make a secret address for the calendar of the own deadlines; an older one ends",
      answer: z.object({ path: z.string() }),
      status: 201,
    },
    async (call) => ({ path: `/api/v1/calendar/${await service.openCalendar(call)}.ics` }),
  );
  endpoints.account(
    { method: "DELETE", url: "/session/calendar", summary: "End the calendar's address" },
    async (call) => {
      await service.closeCalendar(call);
      return undefined;
    },
  );
}

/** The page loads nothing, and sends its form to us: what the policy of answers that are no pages forbids. */
const FORM_PAGE = {
  "content-security-policy":
    "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
};

function publicRoutes(endpoints: Endpoints): void {
  endpoints.public(
    {
      method: "GET",
      url: "/calendar/:file",
      summary: "The deadlines behind a secret address, as iCalendar",
      params: z.object({ file: z.string().regex(/^[A-Za-z0-9_-]{32}\.ics$/) }),
      media: "text/calendar",
      limitPerMinute: 60,
    },
    async (call, { params }) =>
      new Raw(
        "text/calendar; charset=utf-8",
        await service.readCalendar(call, params.file.slice(0, -".ics".length)),
        {
          "cache-control": "private, max-age=600",
        },
      ),
  );
  const token = z.object({ token: z.uuid() });
  endpoints.public(
    {
      method: "GET",
      url: "/unsubscribe/:token",
      summary:
        "The page that asks whether to end the mails; mail programs that look ahead change nothing by it",
      params: token,
      media: "text/html",
      limitPerMinute: 60,
    },
    async () => new Raw("text/html; charset=utf-8", unsubscribeForm(), FORM_PAGE),
  );
  endpoints.public(
    {
      method: "POST",
      url: "/unsubscribe/:token",
      summary: "End the mails (RFC 8058: one click)",
      form: true,
      params: token,
      media: "text/html",
      limitPerMinute: 60,
    },
    async (call, { params }) => {
      await service.unsubscribe(call, params.token);
      return new Raw("text/html; charset=utf-8", unsubscribeDone());
    },
  );
}
