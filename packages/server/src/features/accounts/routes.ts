/** /accounts: people, their roles in units, and what they sign in with. */
import { z } from "zod";
import { roles } from "../../database/schema.js";
import type { Endpoints } from "../../http/endpoint.js";
import { pageOf, pageQuery } from "../../http/page.js";
import { importReportSchema } from "../../workbook/report.js";
import { receiveWorkbook, workbookAnswer, XLSX } from "../../workbook/transfer.js";
import * as importing from "./import.js";
import * as service from "./service.js";

const byId = z.object({ id: z.uuid() });
const role = z.enum(roles);
const when = z.iso.datetime();

const accountSchema = z
  .object({
    id: z.uuid(),
    login: z.string(),
    displayName: z.string(),
    email: z.string().nullable(),
    language: z.enum(["vi", "en"]),
    disabled: z.boolean(),
    disabledReason: z.string().nullable(),
    totpEnabled: z.boolean(),
    mustChangePassword: z.boolean(),
    vouched: z.boolean(),
    lockedUntil: when.nullable(),
    lastSignInAt: when.nullable(),
    grants: z.array(
      z.object({
        role,
        unit: z.object({ id: z.uuid(), code: z.string(), name: z.string(), kind: z.string() }),
      }),
    ),
    version: z.int(),
    may: z.object({ change: z.boolean(), disable: z.boolean() }),
  })
  .meta({ id: "Account" });

const login = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._@-]{1,99}$/);
const displayName = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^\P{Cc}*$/u);
const email = z.email().max(200);
const grants = z.array(z.strictObject({ role, unitId: z.uuid() })).max(200);
const versioned = {
  answer: accountSchema,
  etag: ({ version }: { readonly version: number }) => version,
};

export function accountRoutes(endpoints: Endpoints): void {
  accountsRoutes(endpoints);
  credentialRoutes(endpoints);
  importRoutes(endpoints);
}

function accountsRoutes(endpoints: Endpoints): void {
  endpoints.account(
    {
      method: "GET",
      url: "/accounts",
      summary: "Accounts: all for administrators, those of the unit and its rooms for a unit's head",
      query: pageQuery.extend({
        q: z.string().max(200).optional(),
        unit: z.uuid().optional(),
        role: role.optional(),
        disabled: z.stringbool().optional(),
      }),
      answer: pageOf(accountSchema),
    },
    async (call, { query }) => service.list(call, query),
  );
  endpoints.account(
    {
      method: "POST",
      url: "/accounts",
      summary: "Create an account; the temporary password is told this once",
      body: z.strictObject({ login, displayName, email: email.nullable().optional(), grants }),
      answer: z.object({ account: accountSchema, temporaryPassword: z.string() }),
      status: 201,
    },
    async (call, { body }) => service.create(call, body),
  );
  endpoints.account(
    { method: "GET", url: "/accounts/:id", summary: "An account", params: byId, ...versioned },
    async (call, { params }) => service.read(call, params.id),
  );
  endpoints.account(
    {
      method: "PATCH",
      url: "/accounts/:id",
      summary: "Change an account; `grants` are all its roles from then on",
      params: byId,
      body: z.strictObject({
        displayName: displayName.optional(),
        email: email.nullable().optional(),
        disabled: z.boolean().optional(),
        grants: grants.optional(),
      }),
      ifMatch: true,
      ...versioned,
    },
    async (call, { params, body, version }) => service.change(call, params.id, version, body),
  );
}

function credentialRoutes(endpoints: Endpoints): void {
  endpoints.account(
    {
      method: "POST",
      url: "/accounts/:id/password",
      summary: "Give a temporary password, told this once; all sessions end",
      params: byId,
      answer: z.object({ temporaryPassword: z.string() }),
    },
    async (call, { params }) => ({ temporaryPassword: await service.resetPassword(call, params.id) }),
  );
  endpoints.account(
    {
      method: "DELETE",
      url: "/accounts/:id/sessions",
      summary: "End all sessions of an account",
      params: byId,
    },
    async (call, { params }) => {
      await service.endAllSessions(call, params.id);
      return undefined;
    },
  );
  endpoints.account(
    {
      method: "DELETE",
      url: "/accounts/:id/totp",
      summary: "Turn off the one-time codes of somebody who lost the device; all sessions end",
      params: byId,
    },
    async (call, { params }) => {
      await service.takeTotpAway(call, params.id);
      return undefined;
    },
  );
}

function importRoutes(endpoints: Endpoints): void {
  endpoints.account(
    {
      method: "GET",
      url: "/accounts/import/template",
      summary: "The workbook to fill in for an import of accounts",
      media: XLSX,
    },
    async (call) => workbookAnswer("mau-nhap-tai-khoan.xlsx", await importing.template(call)),
  );
  endpoints.long(
    {
      method: "POST",
      url: "/accounts/import",
      summary: "Try an import of accounts, or apply it; temporary passwords are told this once",
      query: z.object({ apply: z.stringbool().default(false) }),
      upload: true,
      answer: importReportSchema.extend({
        passwords: z.array(
          z.object({ login: z.string(), displayName: z.string(), temporaryPassword: z.string() }),
        ),
      }),
      limitPerMinute: 30,
    },
    async (call, { query }, wire) => importing.importAccounts(call, () => receiveWorkbook(wire), query.apply),
  );
}
