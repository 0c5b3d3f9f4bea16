/** `opendti backup` beside a running server, and `opendti restore` into a new folder that serves on. */
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { type Person, signIn } from "../person.js";
import { newFolder, opendti, type Running, removeFolder, start } from "../running.js";

let folder: string;
let product: Running;

test.beforeAll(async () => {
  folder = await newFolder();
  product = await start({ data: join(folder, "first") });
});
test.afterAll(async () => {
  await product.stop();
  await removeFolder(folder);
});

interface Assessment {
  readonly answers: readonly { code: string; input: string; value: unknown; version: number }[];
}

async function assessmentOf(person: Person): Promise<string> {
  const { body } = await person.get<{ items: { assessmentId: string }[] }>("/home");
  return body.items[0]?.assessmentId ?? "";
}

test("what was saved before a backup is there after a restore elsewhere; a restore overwrites nothing", async () => {
  const file = join(folder, "sao luu.zip");
  const officer = await signIn(product.address, "canbo.tuphap");
  const assessment = await assessmentOf(officer);
  const path = `/assessments/${assessment}/answers/2.1.3/a`;
  expect((await officer.send("PUT", path, { value: "22" }, 0)).status).toBe(200);

  const made = await opendti("backup", file, "--data", product.data, "--with-key", "--json");
  expect(made.err).toBe("");
  expect(made.status).toBe(0);
  expect(JSON.parse(made.out).rows).toBeGreaterThan(1000);
  expect((await opendti("backup", file, "--data", product.data)).err).toContain("không ghi đè");
  // The server has not noticed anything.
  expect((await officer.send("PUT", path, { value: "23" }, 1)).status).toBe(200);

  expect((await opendti("restore", file, "--check")).status).toBe(0);
  const running = await opendti("restore", file, "--data", product.data);
  expect(running.status).toBe(2);
  expect(running.err).toContain("đang");

  const second = join(folder, "second");
  const restored = await opendti("restore", file, "--data", second);
  expect(restored.err).not.toContain("rror");
  expect(restored.status).toBe(0);
  expect((await opendti("restore", file, "--data", second)).err).toContain("phục hồi không ghi đè");
  const other = await start({ data: second });
  try {
    const same = await signIn(other.address, "canbo.tuphap");
    const { body } = await same.get<Assessment>(`/assessments/${assessment}`);
    expect(body.answers.filter(({ code }) => code === "2.1.3")).toMatchObject([
      { input: "a", value: "22", version: 1 },
    ]);
    expect((await same.send("PUT", path, { value: "21" }, 1)).status).toBe(200);
  } finally {
    await other.stop();
  }
});
