import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type FileStore, openFileStore } from "../../src/files/store.js";
import { type Bucket, startBucket } from "./bucket.js";

let folder: string;
let bucket: Bucket;
let store: FileStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "opendti-bucket-"));
  bucket = await startBucket();
  store = openFileStore(folder, bucket.url);
});
afterEach(async () => {
  await bucket.close();
  await rm(folder, { recursive: true, force: true });
});

describe("files in a bucket", () => {
  it("lie under the hash of their bytes, checked by the service, and nothing stays in the folder", async () => {
    const received = await store.receive(Readable.from([Buffer.from("abcdef")]));
    expect(await store.has(received.hash)).toBe(false);
    await store.keep(received);
    await store.drop(received);
    expect(await store.has(received.hash)).toBe(true);
    expect([...bucket.objects.keys()]).toEqual([
      `/tep/${received.hash.slice(0, 2)}/${received.hash.slice(2)}`,
    ]);
    expect(await readdir(join(folder, "incoming"))).toEqual([]);
    expect(await text(await store.read(received.hash))).toBe("abcdef");
    expect(await text(await store.read(received.hash, { start: 0, end: 2 }))).toBe("abc");
    expect(await text(await store.read(received.hash, { start: 4 }))).toBe("ef");
  });

  it("that are kept for a while lie in a part of their own, and go from there alone", async () => {
    const exports = openFileStore(folder, bucket.url, "exports/");
    for (const one of [store, exports]) {
      const received = await one.receive(Readable.from([Buffer.from("abcdef")]));
      await one.keep(received);
      await one.drop(received);
    }
    const hash = "bef57ec7f53a6d40beb640a780a639c83bc29ac8a9816f1fc6c5c6dcd93c4721";
    expect([...bucket.objects.keys()].sort()).toEqual([
      `/tep/${hash.slice(0, 2)}/${hash.slice(2)}`,
      `/tep/exports/${hash.slice(0, 2)}/${hash.slice(2)}`,
    ]);
    await exports.remove(hash);
    await exports.remove(hash);
    expect([await exports.has(hash), await store.has(hash)]).toEqual([false, true]);
  });

  it("that are not there are told so, and a hash that climbs is not asked for", async () => {
    await expect(store.read("0".repeat(64))).rejects.toThrow();
    await expect(store.read("../../geheim")).rejects.toThrow(RangeError);
  });

  it("that cannot be reached are an outage, which passes", async () => {
    const received = await store.receive(Readable.from([Buffer.from("abc")]));
    await bucket.close();
    await expect(store.keep(received)).rejects.toMatchObject({ code: "ECONNREFUSED" });
    bucket = await startBucket();
    await openFileStore(folder, bucket.url).keep(received);
    expect(bucket.objects.size).toBe(1);
  });

  it.each([
    "s3://host/tep",
    "s3://a:b@host",
    "https://a:b@host/tep",
    "s3://a:b@host/tep/con",
    "s3://a:b@/tep",
  ])("need a whole address: %s is none", (address) => {
    expect(() => openFileStore(folder, address)).toThrow(/Invalid URL|FILES_URL/);
  });
});
