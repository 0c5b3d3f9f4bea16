/**
 * Secrets that must be read again (those of one-time codes), sealed before they reach the database: AES-256-GCM, bound
 * to whom they belong to. The key never lies beside them: OPENDTI_SECRET_KEY, or a file of its own in the data folder.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes, randomUUID } from "node:crypto";
import { link, mkdir, open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "../../config.js";

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const KEY_FILE = "secret.key";

/** A secret that cannot be opened: another key sealed it, or somebody changed it. Says which key is missing. */
export class SecretKeyError extends Error {}

export class SecretBox {
  private readonly name: string;

  /** @param key 32 bytes. */
  constructor(private readonly key: Buffer) {
    if (key.length !== KEY_BYTES) throw new RangeError("a secret key has 32 bytes");
    this.name = createHash("sha256").update("opendti key name").update(key).digest("hex").slice(0, 8);
  }

  /** @param owner whose secret it is: moved to another row, it opens no more. */
  seal(secret: string, owner: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv("aes-256-gcm", this.key, nonce).setAAD(Buffer.from(owner));
    const sealed = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
    const parts = [nonce, sealed, cipher.getAuthTag()].map((part) => part.toString("base64url"));
    return ["v1", this.name, ...parts].join(".");
  }

  /**
   * The secret that `seal` made `sealed` of, for the same owner.
   * @throws {SecretKeyError} naming the key that is needed.
   */
  open(sealed: string, owner: string): string {
    const [version, name, ...parts] = sealed.split(".");
    const [nonce, body, tag] = parts.map((part) => Buffer.from(part, "base64url"));
    if (version !== "v1" || !nonce || !body || !tag) throw new SecretKeyError("not a sealed secret");
    if (name !== this.name)
      throw new SecretKeyError(
        `Bí mật được khóa bằng khóa ${name}, tiến trình này có khóa ${this.name}: mọi tiến trình cần cùng một OPENDTI_SECRET_KEY / sealed with key ${name}, this process has ${this.name}: give every process the same OPENDTI_SECRET_KEY`,
      );
    try {
      const cipher = createDecipheriv("aes-256-gcm", this.key, nonce, { authTagLength: 16 });
      cipher.setAAD(Buffer.from(owner)).setAuthTag(tag);
      return Buffer.concat([cipher.update(body), cipher.final()]).toString("utf8");
    } catch (cause) {
      throw new SecretKeyError("the sealed secret was changed", { cause });
    }
  }
}

/**
 * The box of this installation: with the key of the environment, else with that of the data folder, which is made at
 * the first start, readable by our account alone.
 */
export async function openSecretBox(config: Pick<Config, "data" | "secretKey">): Promise<SecretBox> {
  return new SecretBox(config.secretKey ?? (await keyOf(config.data)));
}

/** The key of a data folder, as text; undefined when there is none. */
export async function readStoredKey(folder: string): Promise<string | undefined> {
  return (await readKey(join(folder, KEY_FILE)))?.toString("base64");
}

/**
 * Puts a key into a data folder that has none.
 * @throws {SecretKeyError} when another one is there: what it seals would be lost.
 */
export async function addKey(folder: string, key: string): Promise<void> {
  const path = join(folder, KEY_FILE);
  const there = await readStoredKey(folder);
  if (there === key) return;
  if (there !== undefined)
    throw new SecretKeyError(`Đã có một khóa khác ở ${path} / another key is at ${path} already`);
  await writeKey(folder, Buffer.from(key, "base64"));
}

async function keyOf(folder: string): Promise<Buffer> {
  const path = join(folder, KEY_FILE);
  const stored = await readKey(path);
  if (stored !== undefined) return stored;
  await writeKey(folder, randomBytes(KEY_BYTES));
  const made = await readKey(path);
  if (made === undefined) throw new SecretKeyError(`no key at ${path}`);
  return made;
}

async function writeKey(folder: string, key: Buffer): Promise<void> {
  const path = join(folder, KEY_FILE);
  await mkdir(folder, { recursive: true });
  // Written whole beside its place and then linked: of two processes that start at once, both read the first one's.
  const beside = join(folder, `${KEY_FILE}.${randomUUID()}`);
  const file = await open(beside, "wx", 0o600);
  try {
    await file.writeFile(key.toString("base64"));
    await file.sync();
    await file.close();
    await link(beside, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  } finally {
    await rm(beside, { force: true });
  }
}

async function readKey(path: string): Promise<Buffer | undefined> {
  try {
    return Buffer.from(await readFile(path, "utf8"), "base64");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
