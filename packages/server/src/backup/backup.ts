/**
 * A backup while people work: every table as of one moment, every file those tables know of, each with its checksum,
 * in one ZIP archive that any tool opens. Tables are read in one repeatable-read transaction; files never change and
 * are never removed, so what the tables of that moment know of is there.
 */
import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ClientBase } from "pg";
import { to } from "pg-copy-streams";
import yazl from "yazl";
import { flush } from "../files/folder-shelf.js";
import type { FileStore } from "../files/store.js";
import { BackupError } from "./error.js";
import { FORMAT, fileEntry, KEY, MANIFEST, type Manifest, sealed, tableEntry } from "./manifest.js";
import { listMigrations, listTables, quoted, type Table } from "./tables.js";

export interface BackupSource {
  /** A connection of its own. After a failure it may be in the middle of a table: close it, nothing else. */
  readonly client: ClientBase;
  readonly files: FileStore;
  readonly at: Date;
  /** The key that seals secrets, to lie in the backup too; undefined: it is kept elsewhere. */
  readonly secretKey: string | undefined;
}

/**
 * Writes a backup. The file appears when it is whole.
 * @returns what is in it; `lost` names files that the database knows of and whose bytes are not there.
 * @throws {BackupError} when there is something at `path`, or the database is empty.
 */
export async function backUp(source: BackupSource, path: string): Promise<Manifest> {
  if ((await stat(path).catch(() => undefined)) !== undefined)
    throw new BackupError(
      `Đã có tệp ${path}; bản sao lưu không ghi đè. Hãy chọn tên khác.`,
      `${path} is there already; a backup overwrites nothing. Choose another name.`,
    );
  const beside = `${path}.part-${randomUUID().slice(0, 8)}`;
  try {
    const manifest = await inSnapshot(source.client, () => write(source, beside));
    await flush(beside);
    await rename(beside, path);
    await flush(dirname(path));
    return manifest;
  } finally {
    await rm(beside, { force: true });
  }
}

async function inSnapshot<T>(client: ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query("begin isolation level repeatable read read only");
  // However long it takes.
  await client.query("set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0");
  const made = await work();
  await client.query("commit");
  return made;
}

async function write(source: BackupSource, path: string): Promise<Manifest> {
  const { client, files, at, secretKey } = source;
  const applied = await listMigrations(client);
  if (applied.length === 0)
    throw new BackupError("Cơ sở dữ liệu chưa có gì để sao lưu.", "There is nothing in the database yet.");
  const zip = new Archive(path);
  try {
    const tables = [];
    for (const table of await listTables(client)) tables.push(await addTable(zip, client, table));
    const stored = [];
    const lost = [];
    for (const { hash, size } of await listFiles(client)) {
      if (!(await files.has(hash))) lost.push(hash);
      else {
        await addFile(zip, files, hash, size);
        stored.push({ hash, bytes: size });
      }
    }
    const manifest: Manifest = {
      format: FORMAT,
      at: at.toISOString(),
      postgres:
        (await client.query<{ v: string }>("select current_setting('server_version') as v")).rows[0]?.v ?? "",
      migrations: applied,
      tables,
      files: stored,
      lost,
      audit: await newestSeal(client),
      secretKey:
        secretKey === undefined ? null : await zip.add(KEY, Readable.from([Buffer.from(secretKey)]), true),
    };
    const { text, mark } = sealed(manifest);
    await zip.add(MANIFEST, Readable.from([text]), true);
    await zip.end(mark);
    return manifest;
  } catch (error) {
    zip.destroy();
    throw error;
  }
}

async function addTable(zip: Archive, client: ClientBase, table: Table): Promise<Manifest["tables"][number]> {
  const columns = table.columns.map(quoted).join(", ");
  const rows = client.query(to(`copy (select ${columns} from ${quoted(table.name)}) to stdout`));
  const part = await zip.add(tableEntry(table.name), rows, true);
  return { ...part, name: table.name, columns: [...table.columns], rows: rows.rowCount };
}

async function addFile(zip: Archive, files: FileStore, hash: string, size: number): Promise<void> {
  // Pictures, PDF and Office files are packed already.
  const { bytes, sha256 } = await zip.add(fileEntry(hash), await files.read(hash), false);
  if (sha256 !== hash || bytes !== size)
    throw new BackupError(
      `Tệp minh chứng ${hash} trong kho đã hỏng (nội dung không khớp mã băm). Hãy thay bằng bản đúng rồi sao lưu lại.`,
      `File ${hash} in the store is damaged (its content does not match its hash). Put back the right one and run again.`,
    );
}

async function listFiles(client: ClientBase): Promise<{ hash: string; size: number }[]> {
  const { rows } = await client.query<{ hash: string; size: string }>(
    "select hash, size from file order by hash",
  );
  return rows.map(({ hash, size }) => ({ hash, size: Number(size) }));
}

async function newestSeal(client: ClientBase): Promise<Manifest["audit"]> {
  const { rows } = await client.query<{ batch: string; hash: string }>(
    "select number::text as batch, hash from audit_batch order by number desc limit 1",
  );
  return rows[0] ?? null;
}

/** A ZIP file that is written entry by entry. */
class Archive {
  private readonly zip = new yazl.ZipFile();
  private readonly written: Promise<void>;
  private readonly out;

  constructor(path: string) {
    this.out = createWriteStream(path, { flags: "wx", mode: 0o600 });
    this.written = pipeline(this.zip.outputStream, this.out);
    // Told to whoever ends the archive, or to whoever waits for an entry.
    this.written.catch(() => undefined);
  }

  /** Adds an entry and waits until it is read to its end. */
  async add(name: string, bytes: Readable, compress: boolean): Promise<{ bytes: number; sha256: string }> {
    const digest = createHash("sha256");
    let size = 0;
    const counted = new Transform({
      transform(chunk: Buffer, _, done) {
        digest.update(chunk);
        size += chunk.length;
        done(null, chunk);
      },
    });
    this.zip.addReadStream(counted, name, { compress });
    // A disk that is full ends the archive while we wait for the entry.
    await Promise.race([pipeline(bytes, counted), this.written.then(unfinished)]);
    return { bytes: size, sha256: digest.digest("hex") };
  }

  async end(comment: string): Promise<void> {
    this.zip.end({ forceZip64Format: false, comment });
    await this.written;
  }

  destroy(): void {
    this.out.destroy();
  }
}

function unfinished(): never {
  throw new Error("the archive ended before its last entry");
}
