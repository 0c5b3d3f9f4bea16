import { createHash, randomUUID } from "node:crypto";
import { mkdtemp, readdir, rm, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dropLeftovers, FileStore } from "../../src/files/store.js";
import { Turns } from "../../src/files/turns.js";

let folder: string;
let store: FileStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "opendti-files-"));
  store = new FileStore(folder);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("stored files", () => {
  it("lie under the hash of their bytes, the same bytes once", async () => {
    const [first, second] = [
      await store.receive(Readable.from([Buffer.from("abc")])),
      await store.receive(Readable.from([Buffer.from("ab"), Buffer.from("c")])),
    ];
    expect(first.hash).toBe(createHash("sha256").update("abc").digest("hex"));
    expect(second).toMatchObject({ hash: first.hash, size: 3 });
    expect(await store.has(first.hash)).toBe(false);
    await store.keep(first);
    await store.keep(second);
    expect(await text(await store.read(first.hash))).toBe("abc");
    expect(await text(await store.read(first.hash, { start: 1, end: 1 }))).toBe("b");
    expect(await readdir(join(folder, "incoming"))).toEqual([]);
  });

  it("never show half of what was sent: a stream that breaks leaves nothing", async () => {
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from("half");
        throw new Error("line cut");
      })(),
    );
    await expect(store.receive(broken)).rejects.toThrow("line cut");
    expect(await readdir(join(folder, "incoming"))).toEqual([]);
  });

  it("leave nothing either when the stream breaks before its first byte", async () => {
    const broken = (after: number) => {
      const bytes = new PassThrough().on("error", () => undefined);
      setTimeout(() => bytes.destroy(new Error("line cut")), after);
      return bytes;
    };
    // At every moment of making the file: before it is there, while it is opened, after.
    for (let round = 0; round < 20; round += 1)
      await Promise.all(
        Array.from({ length: 50 }, (_, i) =>
          expect(store.receive(broken(i / 10))).rejects.toThrow("line cut"),
        ),
      );
    expect(await readdir(join(folder, "incoming"))).toEqual([]);
  });

  it("of a process that died meanwhile are dropped later, those still coming are not", async () => {
    expect(await dropLeftovers(store, new Date())).toBe(0);
    const dead = await store.receive(Readable.from([Buffer.from("old")]));
    const coming = await store.receive(Readable.from([Buffer.from("new")]));
    const yesterday = new Date("2026-11-20T00:00:00Z");
    await utimes(dead.path, yesterday, yesterday);
    await utimes(coming.path, new Date("2026-11-22T00:00:00Z"), new Date("2026-11-22T00:00:00Z"));
    expect(await dropLeftovers(store, new Date("2026-11-21T00:00:00Z"))).toBe(1);
    await store.keep(coming);
    expect(await text(await store.read(coming.hash))).toBe("new");
  });

  it("are asked for by a hash and by nothing that climbs", async () => {
    await expect(store.read(`../../${randomUUID()}`)).rejects.toThrow(RangeError);
  });
});

describe("turns", () => {
  it("let so many work at once, in the order they came, whatever fails", async () => {
    const turns = new Turns(2);
    const ends: (() => void)[] = [];
    const order: number[] = [];
    const work = (number: number) =>
      turns.take(() => {
        order.push(number);
        return new Promise<void>((resolve) => ends.push(resolve));
      });
    const all = [1, 2, 3].map(work);
    expect(order).toEqual([1, 2]);
    ends[0]?.();
    await all[0];
    const failing = turns.take(() => Promise.reject(new Error("bad")));
    expect(order).toEqual([1, 2, 3]);
    ends[1]?.();
    await expect(failing).rejects.toThrow("bad");
    ends[2]?.();
    await Promise.all(all);
    await turns.take(async () => order.push(4));
    expect(order).toEqual([1, 2, 3, 4]);
  });
});
