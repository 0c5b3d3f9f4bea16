/**
 * Answers that are made once and asked for often. Kept as the bytes that go out, gzipped, by what they were made of;
 * a few are kept, the least used go first.
 */
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { Raw, type Wire } from "../../http/endpoint.js";

const packed = promisify(gzip);
const unpacked = promisify(gunzip);

/** Who may keep the answer besides us: everybody asks again each time, so that what is withdrawn is gone at once. */
export type Keeping = "private" | "public";

/** An answer's bytes with what it is known by. */
export class KeptBody {
  private constructor(
    private readonly gzipped: Buffer,
    private readonly tag: string,
    private readonly type: string,
    private readonly keeping: Keeping,
    private readonly headers: Readonly<Record<string, string>>,
  ) {}

  static async of(
    content: string | Buffer,
    type: string,
    keeping: Keeping,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<KeptBody> {
    const bytes = Buffer.from(content);
    const tag = `W/"${createHash("sha256").update(type).update(bytes).digest("base64url").slice(0, 27)}"`;
    return new KeptBody(await packed(bytes), tag, type, keeping, headers);
  }

  /** JSON of an answer that its schema has seen. */
  static json(answer: unknown, keeping: Keeping): Promise<KeptBody> {
    return KeptBody.of(JSON.stringify(answer), "application/json; charset=utf-8", keeping);
  }

  /** Bytes in memory. */
  get size(): number {
    return this.gzipped.length;
  }

  /** The answer to one request: 304 when the browser holds it. */
  async answer({ request, reply }: Wire): Promise<Raw> {
    const headers = {
      ...this.headers,
      etag: this.tag,
      "cache-control": `${this.keeping}, no-cache`,
      vary: "accept-encoding, accept-language",
    };
    if (holds(request.headers["if-none-match"], this.tag)) {
      reply.code(304);
      return new Raw(this.type, "", headers);
    }
    if (/\bgzip\b/.test(String(request.headers["accept-encoding"] ?? "")))
      return new Raw(this.type, this.gzipped, { ...headers, "content-encoding": "gzip" });
    return new Raw(this.type, await unpacked(this.gzipped), headers);
  }
}

function holds(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header.split(",").some((one) => one.trim() === tag || one.trim() === tag.slice(2));
}

/** A few things by key, the least used first to go; what is being made is made once. */
export class Shelf<T> {
  private readonly byKey = new Map<string, Promise<T>>();
  private readonly sizes = new Map<string, number>();
  private total = 0;

  /**
   * @param most the sum of sizes that is kept.
   * @param sizeOf of one thing.
   */
  constructor(
    private readonly most: number,
    private readonly sizeOf: (thing: T) => number,
  ) {}

  /** The thing of a key, made when it is not there; one that cannot be made is forgotten. */
  take(key: string, make: () => Promise<T>): Promise<T> {
    const known = this.byKey.get(key);
    if (known !== undefined) {
      this.byKey.delete(key);
      this.byKey.set(key, known);
      return known;
    }
    const made = make();
    this.byKey.set(key, made);
    made.then(
      (thing) => this.weigh(key, made, this.sizeOf(thing)),
      () => this.forget(key, made),
    );
    return made;
  }

  private weigh(key: string, made: Promise<T>, size: number): void {
    if (this.byKey.get(key) !== made) return;
    this.sizes.set(key, size);
    this.total += size;
    for (const [oldest, thing] of this.byKey) {
      if (this.total <= this.most || oldest === key) break;
      this.forget(oldest, thing);
    }
  }

  private forget(key: string, thing: Promise<T>): void {
    if (this.byKey.get(key) !== thing) return;
    this.byKey.delete(key);
    this.total -= this.sizes.get(key) ?? 0;
    this.sizes.delete(key);
  }
}
