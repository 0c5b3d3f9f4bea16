/** A backup opened for reading: its manifest, and every part checked against it before anything is taken from it. */
import { createHash } from "node:crypto";
import { type Readable, Transform } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import yauzl from "yauzl";
import { BackupError } from "./error.js";
import { fileEntry, KEY, MANIFEST, type Manifest, readManifest, tableEntry } from "./manifest.js";

/** A manifest names every file once: a hundred bytes each. */
const MANIFEST_BYTES = 512 * 1024 * 1024;

export class BackupReader {
  private constructor(
    private readonly zip: yauzl.ZipFile,
    private readonly entries: ReadonlyMap<string, yauzl.Entry>,
    readonly manifest: Manifest,
  ) {}

  /** @throws {BackupError} when the file is no backup, is cut short, or is of a newer version. */
  static async open(path: string): Promise<BackupReader> {
    const zip = await yauzl
      .openPromise(path, { lazyEntries: true, autoClose: false })
      .catch((cause: Error) => {
        throw new BackupError(
          `${path} không phải là bản sao lưu OpenDTI, hoặc bị cắt giữa chừng (${cause.message}).`,
          `${path} is no OpenDTI backup, or it is cut short (${cause.message}).`,
          { cause },
        );
      });
    try {
      const entries = await entriesOf(zip);
      const stated = entries.get(MANIFEST);
      if (stated === undefined || stated.uncompressedSize > MANIFEST_BYTES)
        throw new BackupError(
          `${path} không có ${MANIFEST}: không phải bản sao lưu OpenDTI.`,
          `${path} has no ${MANIFEST}: it is no OpenDTI backup.`,
        );
      const text = await zip
        .openReadStreamPromise(stated)
        .then(buffer)
        .catch((cause: Error) => {
          throw damaged(MANIFEST, cause.message, cause);
        });
      return new BackupReader(zip, entries, readManifest(text, zip.comment));
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  table(name: string): Promise<Readable> {
    return this.read(tableEntry(name));
  }

  file(hash: string): Promise<Readable> {
    return this.read(fileEntry(hash));
  }

  async secretKey(): Promise<string | undefined> {
    if (this.manifest.secretKey === null) return undefined;
    return (await buffer(await this.read(KEY))).toString("utf8");
  }

  /**
   * Reads everything once.
   * @throws {BackupError} naming the first part that is not what the manifest says.
   */
  async check(): Promise<void> {
    const { tables, files, secretKey } = this.manifest;
    for (const table of tables) await this.checkPart(tableEntry(table.name), table.bytes, table.sha256);
    for (const { hash, bytes } of files) await this.checkPart(fileEntry(hash), bytes, hash);
    if (secretKey !== null) await this.checkPart(KEY, secretKey.bytes, secretKey.sha256);
  }

  close(): void {
    this.zip.close();
  }

  private async checkPart(name: string, bytes: number, sha256: string): Promise<void> {
    const digest = createHash("sha256");
    let size = 0;
    const counted = new Transform({
      transform(chunk: Buffer, _, done) {
        digest.update(chunk);
        size += chunk.length;
        done();
      },
    });
    try {
      await pipeline(await this.read(name), counted.resume());
    } catch (cause) {
      throw damaged(name, cause instanceof Error ? cause.message : "", cause);
    }
    if (size !== bytes || digest.digest("hex") !== sha256) throw damaged(name, `${size}/${bytes} byte`);
  }

  private async read(name: string): Promise<Readable> {
    const entry = this.entries.get(name);
    if (entry === undefined) throw damaged(name, "thiếu / missing");
    return this.zip.openReadStreamPromise(entry);
  }
}

async function entriesOf(zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  const entries = new Map<string, yauzl.Entry>();
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  return entries;
}

function damaged(name: string, what: string, cause?: unknown): BackupError {
  return new BackupError(
    `Bản sao lưu hỏng ở ${name} (${what}). Không có gì được phục hồi; hãy dùng bản sao lưu khác.`,
    `The backup is damaged at ${name} (${what}). Nothing was restored; use another backup.`,
    { cause },
  );
}
