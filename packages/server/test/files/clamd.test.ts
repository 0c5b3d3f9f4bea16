import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ScanFailed, scanFile } from "../../src/files/clamd.js";
import { type FakeClamd, fakeClamd, MALICIOUS } from "./fake-clamd.js";

let folder: string;
let path: string;
let clamd: FakeClamd;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "opendti-clamd-"));
  path = join(folder, "tep");
  clamd = await fakeClamd();
});
beforeEach(() => {
  clamd.mode = "scans";
});
afterAll(async () => {
  await clamd.close();
  await rm(folder, { recursive: true });
});

describe("a file given to clamd", () => {
  it("arrives byte for byte, in as many pieces as it takes, and is clean", async () => {
    const bytes = Buffer.alloc(300_000, "OpenDTI ");
    await writeFile(path, bytes);
    expect(await scanFile(clamd.url, path)).toEqual({ clean: true });
    expect(clamd.taken.at(-1)?.equals(bytes)).toBe(true);
  });

  it("is named after what was found in it", async () => {
    await writeFile(path, `abc ${MALICIOUS} def`);
    expect(await scanFile(clamd.url, path)).toEqual({ clean: false, found: "Ma.Doc.Thu-1" });
  });

  it("is not taken for clean when clamd refuses it for its length, while it is still being sent", async () => {
    clamd.mode = "limit";
    await writeFile(path, Buffer.alloc(5_000_000));
    await expect(scanFile(clamd.url, path)).rejects.toThrow(ScanFailed);
  });

  it("is not taken for clean when clamd breaks off, or is not there", async () => {
    await writeFile(path, "abc");
    clamd.mode = "mute";
    await expect(scanFile(clamd.url, path)).rejects.toThrow(ScanFailed);
    const gone = await fakeClamd();
    await gone.close();
    await expect(scanFile(gone.url, path)).rejects.toThrow(ScanFailed);
  });
});
