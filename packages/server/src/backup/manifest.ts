/** What a backup says of itself: the last entry of its archive, and what everything in it is checked against. */
import { createHash } from "node:crypto";
import { z } from "zod";
import { migrations } from "../database/migrations/all.js";
import { BackupError } from "./error.js";

export const FORMAT = 1;
export const MANIFEST = "manifest.json";
/** The key that seals secrets, when the backup was asked to hold it. */
export const KEY = "secret.key";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const name = z.string().regex(/^[a-z][a-z0-9_]*$/);
const part = z.object({ bytes: z.number().int().min(0), sha256: hash });

const schema = z.object({
  format: z.number().int(),
  /** When the snapshot was taken, ISO 8601 UTC. */
  at: z.iso.datetime(),
  postgres: z.string(),
  /** The migrations that the database had, in their order. */
  migrations: z.array(z.string()).min(1),
  /** In an order in which each can be filled: what a table refers to comes before it. */
  tables: z.array(part.extend({ name, columns: z.array(name).min(1), rows: z.number().int().min(0) })),
  files: z.array(z.object({ hash, bytes: z.number().int().min(0) })),
  /** Files that the database knows of and whose bytes were not to be had. */
  lost: z.array(hash),
  /** The newest sealed batch of the audit log: what a restored log is compared with. */
  audit: z.object({ batch: z.string(), hash }).nullable(),
  // Read into memory: a key has 32 bytes.
  secretKey: part.extend({ bytes: z.number().int().min(0).max(1000) }).nullable(),
});

export type Manifest = z.output<typeof schema>;

export const tableEntry = (table: string): string => `tables/${table}.tsv`;
export const fileEntry = (sha256: string): string => `files/${sha256.slice(0, 2)}/${sha256.slice(2)}`;

/** The text of a manifest, and the mark that the archive carries for it. */
export function sealed(manifest: Manifest): { readonly text: Buffer; readonly mark: string } {
  const text = Buffer.from(`${JSON.stringify(manifest, undefined, 1)}\n`);
  return { text, mark: `opendti-backup ${markOf(text)}` };
}

/**
 * Reads a manifest.
 * @param mark the archive's comment.
 * @throws {BackupError} when it was changed, or this version cannot read what it describes.
 */
export function readManifest(text: Buffer, mark: string): Manifest {
  const format = /^\{\s*"format": (\d+)/.exec(text.toString("utf8"))?.[1];
  if (format !== undefined && Number(format) > FORMAT) throw newer();
  if (mark !== `opendti-backup ${markOf(text)}`)
    throw new BackupError(
      `${MANIFEST} đã bị sửa hoặc tệp sao lưu bị cắt.`,
      `${MANIFEST} was changed, or the backup is cut short.`,
    );
  const read = schema.safeParse(JSON.parse(text.toString("utf8")));
  if (!read.success)
    throw new BackupError(
      `${MANIFEST} không đúng dạng: ${read.error.issues[0]?.path.join(".")}`,
      `${MANIFEST} is not of the form expected: ${read.error.issues[0]?.path.join(".")}`,
    );
  const known = Object.keys(migrations);
  if (read.data.migrations.some((one, place) => known[place] !== one)) throw newer();
  return read.data;
}

const markOf = (text: Buffer): string => createHash("sha256").update(text).digest("hex");

function newer(): BackupError {
  return new BackupError(
    "Bản sao lưu do một phiên bản OpenDTI mới hơn tạo ra. Hãy cập nhật OpenDTI rồi phục hồi.",
    "The backup was made by a newer version of OpenDTI. Update OpenDTI, then restore.",
  );
}
