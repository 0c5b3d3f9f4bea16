import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ConfigError, readConfig } from "../../src/config.js";
import { openSecretBox, SecretBox, SecretKeyError } from "../../src/features/sessions/secret-box.js";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "opendti-secret-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("the box of secrets", () => {
  it("makes one key at the first start, for our account alone, whoever starts beside it", async () => {
    const config = { data: join(folder, "data"), secretKey: undefined };
    const boxes = await Promise.all([1, 2, 3, 4].map(() => openSecretBox(config)));
    const [first, ...others] = boxes;
    const sealed = first?.seal("JBSWY3DP", "a") ?? "";
    for (const box of [...others, await openSecretBox(config)])
      expect(box.open(sealed, "a")).toBe("JBSWY3DP");
    expect(await readdir(config.data)).toEqual(["secret.key"]);
    expect((await stat(join(config.data, "secret.key"))).mode & 0o777).toBe(0o600);
  });

  it("seals the same secret differently each time, and opens no changed or foreign one", () => {
    const box = new SecretBox(Buffer.alloc(32, 1));
    const sealed = box.seal("JBSWY3DP", "a");
    expect(box.seal("JBSWY3DP", "a")).not.toBe(sealed);
    const parts = sealed.split(".");
    const changed = [...parts.slice(0, 3), Buffer.from("x").toString("base64url"), parts[4]].join(".");
    for (const bad of [changed, "JBSWY3DP", ""]) expect(() => box.open(bad, "a")).toThrow(SecretKeyError);
    expect(() => box.open(sealed, "b")).toThrow(SecretKeyError);
  });

  it("names the key it lacks when another process sealed with its own", () => {
    const sealed = new SecretBox(Buffer.alloc(32, 1)).seal("JBSWY3DP", "a");
    expect(() => new SecretBox(Buffer.alloc(32, 2)).open(sealed, "a")).toThrow("OPENDTI_SECRET_KEY");
  });

  it("takes its key from the environment where one is given, and refuses a short one", async () => {
    const OPENDTI_SECRET_KEY = Buffer.alloc(32, 7).toString("base64");
    const data = join(folder, "unused");
    const box = await openSecretBox(readConfig({ OPENDTI_SECRET_KEY, OPENDTI_DATA: data }));
    expect(new SecretBox(Buffer.alloc(32, 7)).open(box.seal("x", "a"), "a")).toBe("x");
    expect(await readdir(folder)).not.toContain("unused");
    expect(() => readConfig({ OPENDTI_SECRET_KEY: "a2V5" })).toThrow(ConfigError);
  });
});
