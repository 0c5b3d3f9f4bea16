/** What the environment says (twelve-factor). Read once, checked whole, so that a wrong setting stops the start with its name. */
import { isIP, isIPv6 } from "node:net";
import { resolve } from "node:path";
import { z } from "zod";

const minutes = z.coerce.number().int().min(1).max(1440);
const yesNo = z.enum(["true", "false"]).transform((value) => value === "true");

/**
 * Which proxies stand before us, and so whose word of the client's address counts. `1`: so many, each adding the
 * address it was called from at the right end of X-Forwarded-For; `true`: one. `10.0.0.0/8,127.0.0.1`: those at
 * these addresses. What stands further left a client may have made up, and nobody may reach us past the proxies.
 */
const proxies = z
  .string()
  .transform((text) => text.replaceAll(/\s/g, ""))
  .refine(
    (text) => /^(true|false|\d)$/.test(text) || text.split(",").every(isNetwork),
    "số proxy (1) hoặc địa chỉ proxy / how many proxies (1) or their addresses (10.0.0.0/8,127.0.0.1)",
  )
  .transform((text) => {
    if (text === "false") return false;
    return text === "true" ? 1 : /^\d$/.test(text) ? Number(text) : text;
  });

function isNetwork(text: string): boolean {
  const [address = "", bits, ...more] = text.split("/");
  if (isIP(address) === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (isIPv6(address) ? 128 : 32));
}

const environment = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  OPENDTI_DATA: z.string().min(1).default(".opendti"),
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
  TRUST_PROXY: proxies.default(false),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(200).default(10),
  SESSION_IDLE_MINUTES: minutes.default(15),
  SESSION_IDLE_MINUTES_ADMINISTRATOR: minutes.default(5),
  SESSION_HOURS: z.coerce.number().int().min(1).max(72).default(12),
  ADMINISTRATOR_TOTP: yesNo.default(true),
  ACCOUNT_IDLE_DAYS: z.coerce.number().int().min(1).max(3650).default(45),
  UPLOAD_MEGABYTES: z.coerce.number().int().min(1).max(200).default(25),
  UNIT_FILES_MEGABYTES: z.coerce.number().int().min(1).max(1_000_000).default(2048),
  CLAMD_URL: z.url({ protocol: /^tcp$/ }).optional(),
  SIGN_INS_PER_MINUTE: z.coerce.number().int().min(1).default(30),
  REQUESTS_PER_MINUTE: z.coerce.number().int().min(10).default(600),
  WAITING_REQUESTS: z.coerce.number().int().min(1).default(500),
  FILES_URL: z.url({ protocol: /^s3$/ }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).default("OpenDTI <opendti@localhost>"),
  BACKUP_DIR: z.string().min(1).optional(),
  BACKUP_KEEP: z.coerce.number().int().min(1).max(1000).default(14),
  METRICS_TOKEN: z.string().min(16).optional(),
  OPENDTI_SECRET_KEY: z
    .base64()
    .transform((text) => Buffer.from(text, "base64"))
    .refine((key) => key.length === 32, "32 byte, base64 (openssl rand -base64 32)")
    .optional(),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().min(1).default("Tài khoản tỉnh"),
});

export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  /** Absent for a public client (PKCE alone). */
  readonly clientSecret: string | undefined;
  /** What the button at sign-in says. */
  readonly name: string;
}

export interface BackupSchedule {
  readonly folder: string;
  /** How many stay. */
  readonly keep: number;
}

export interface Config {
  /** Absent: the embedded PostgreSQL under `data`. */
  readonly databaseUrl: string | undefined;
  /** Absolute path of the folder that holds the embedded database and, by default, the files. */
  readonly data: string;
  readonly host: string;
  readonly port: number;
  /** The address people use, when it is not what the request says (behind a proxy). */
  readonly publicUrl: string | undefined;
  readonly logLevel: string;
  /** How many proxies stand before us, or the addresses they have; false: none. */
  readonly trustProxy: false | number | string;
  readonly databaseConnections: number;
  readonly session: {
    readonly idleMinutes: number;
    readonly idleMinutesAdministrator: number;
    /** However busy: signed in anew after this. */
    readonly hours: number;
  };
  /** Whether administrators who sign in with a password must have one-time codes. Off in the demo only. */
  readonly administratorTotp: boolean;
  /** An account nobody used for so many days is disabled. */
  readonly accountIdleDays: number;
  readonly uploadBytes: number;
  /** How much all files of one unit may take up together. */
  readonly unitFilesBytes: number;
  /** `tcp://host:3310` of clamd, which scans every file of evidence; absent: none is scanned. */
  readonly clamdUrl: URL | undefined;
  /** `s3://KEY:SECRET@host/bucket?region=…`; absent: a folder under `data`. */
  readonly filesUrl: string | undefined;
  /** `smtp://user:password@host:587`; absent: notices stay in the application. */
  readonly smtpUrl: string | undefined;
  /** Whom mails come from: `OpenDTI <opendti@tinh.gov.vn>`. */
  readonly mailFrom: string;
  /** Where nightly backups go and how many stay; absent: none are made. */
  readonly backup: BackupSchedule | undefined;
  /** Wrong passwords and codes from one network address. */
  readonly signInsPerMinute: number;
  readonly requestsPerMinute: number;
  /** So many may wait for a connection to the database; who comes then is asked to come again in a few seconds. */
  readonly waitingRequests: number;
  /** Opens /metrics to whoever bears it; absent: to programs on this machine. */
  readonly metricsToken: string | undefined;
  /**
   * Seals the secrets of one-time codes in the database. Absent: a key file in `data`, made at the first start; so
   * several processes on one database need it given, the same to each.
   */
  readonly secretKey: Buffer | undefined;
  readonly oidc: OidcConfig | undefined;
}

/** A setting that cannot be used. `message` names each variable and says why. */
export class ConfigError extends Error {}

/**
 * Reads the configuration from environment variables; empty ones count as absent.
 * @throws {ConfigError} naming every variable that cannot be used.
 */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const read = environment.safeParse(given);
  if (!read.success) {
    const lines = read.error.issues.map(({ path, message }) => `  ${path.join(".")}: ${message}`);
    throw new ConfigError(`Cấu hình sai (biến môi trường) / wrong settings:\n${lines.join("\n")}`);
  }
  const env = read.data;
  if ((env.OIDC_ISSUER === undefined) !== (env.OIDC_CLIENT_ID === undefined))
    throw new ConfigError("OIDC_ISSUER và OIDC_CLIENT_ID phải đi cùng nhau / must be set together");
  if (env.OIDC_ISSUER !== undefined) requireSafeOidc(env.OIDC_ISSUER, env.PUBLIC_URL);
  return {
    databaseUrl: env.DATABASE_URL,
    data: resolve(env.OPENDTI_DATA),
    host: env.HOST,
    port: env.PORT,
    publicUrl: env.PUBLIC_URL,
    logLevel: env.LOG_LEVEL,
    trustProxy: env.TRUST_PROXY,
    databaseConnections: env.DATABASE_CONNECTIONS,
    session: {
      idleMinutes: env.SESSION_IDLE_MINUTES,
      idleMinutesAdministrator: env.SESSION_IDLE_MINUTES_ADMINISTRATOR,
      hours: env.SESSION_HOURS,
    },
    administratorTotp: env.ADMINISTRATOR_TOTP,
    accountIdleDays: env.ACCOUNT_IDLE_DAYS,
    uploadBytes: env.UPLOAD_MEGABYTES * 1024 * 1024,
    unitFilesBytes: env.UNIT_FILES_MEGABYTES * 1024 * 1024,
    clamdUrl: env.CLAMD_URL === undefined ? undefined : new URL(env.CLAMD_URL),
    signInsPerMinute: env.SIGN_INS_PER_MINUTE,
    filesUrl: env.FILES_URL,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    backup:
      env.BACKUP_DIR === undefined ? undefined : { folder: resolve(env.BACKUP_DIR), keep: env.BACKUP_KEEP },
    metricsToken: env.METRICS_TOKEN,
    requestsPerMinute: env.REQUESTS_PER_MINUTE,
    waitingRequests: env.WAITING_REQUESTS,
    secretKey: env.OPENDTI_SECRET_KEY,
    oidc:
      env.OIDC_ISSUER === undefined || env.OIDC_CLIENT_ID === undefined
        ? undefined
        : {
            issuer: env.OIDC_ISSUER,
            clientId: env.OIDC_CLIENT_ID,
            clientSecret: env.OIDC_CLIENT_SECRET,
            name: env.OIDC_NAME,
          },
  };
}

/** Where people are sent back to is never taken from a request; and nobody between may read what the provider says. */
function requireSafeOidc(issuer: string, publicUrl: string | undefined): void {
  if (publicUrl === undefined) throw new ConfigError("OIDC_ISSUER cần có PUBLIC_URL / needs PUBLIC_URL");
  const { protocol, hostname } = new URL(issuer);
  if (protocol !== "https:" && !["localhost", "127.0.0.1", "[::1]"].includes(hostname))
    throw new ConfigError("OIDC_ISSUER phải dùng https / must be https (http only on this machine)");
}
