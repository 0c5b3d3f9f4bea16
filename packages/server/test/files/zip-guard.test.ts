import { describe, expect, it } from "vitest";
import { guardZip } from "../../src/files/zip-guard.js";
import { archiveOf } from "./archive.js";

const limits = { entries: 10, inflatedBytes: 100_000 };
const faultOf = async (bytes: Buffer) => {
  const guarded = await guardZip(bytes, limits);
  return "fault" in guarded ? guarded.fault : undefined;
};

describe("an archive that a stranger sent", () => {
  it("is handed on part by part when it keeps its word", async () => {
    const bytes = archiveOf(
      [
        { name: "a.xml", content: "một" },
        { name: "xl\\b.xml", content: "hai".repeat(1000) },
        { name: "c.bin", content: "ba", method: 0 },
      ],
      "a comment",
    );
    const guarded = await guardZip(bytes, limits);
    if ("fault" in guarded) throw new Error(guarded.fault);
    expect(guarded.names).toEqual(["a.xml", "xl/b.xml", "c.bin"]);
    expect(guarded.inflatedBytes).toBe(Buffer.byteLength("một") + 3000 + 2);
    expect((await guarded.part("xl/b.xml"))?.toString()).toBe("hai".repeat(1000));
    expect((await guarded.part("c.bin"))?.toString()).toBe("ba");
    expect(await guarded.part("d.xml")).toBeUndefined();
  });

  it("is refused when its parts together say that they inflate too far", async () => {
    const half = Buffer.alloc(50_001);
    expect(await faultOf(archiveOf([{ name: "a", content: half }]))).toBeUndefined();
    const both = [
      { name: "a", content: half },
      { name: "b", content: half },
    ];
    expect(await faultOf(archiveOf(both))).toBe("inflates-too-far");
  });

  it("is refused when a part inflates to more than it says", async () => {
    const bomb = Buffer.alloc(50_000_000);
    expect(await faultOf(archiveOf([{ name: "a", content: bomb, declared: 10 }]))).toBe("damaged");
    expect(await faultOf(archiveOf([{ name: "a", content: bomb, declared: 99_999 }]))).toBe(
      "inflates-too-far",
    );
  });

  it("is refused when a part inflates to less than it says, or to something else", async () => {
    expect(await faultOf(archiveOf([{ name: "a", content: "abc", declared: 4 }]))).toBe("damaged");
    expect(await faultOf(archiveOf([{ name: "a", content: "abc", crc: 1 }]))).toBe("damaged");
    expect(await faultOf(archiveOf([{ name: "a", content: "abc", trailing: "x" }]))).toBe("damaged");
  });

  it("is refused when its entries share their bytes", async () => {
    const shared = [
      { name: "a", content: "abc" },
      { name: "b", content: "abc", overFirst: true },
    ];
    expect(await faultOf(archiveOf(shared))).toBe("damaged");
  });

  it("is refused with more entries than allowed", async () => {
    const many = Array.from({ length: 11 }, (_, index) => ({ name: `${index}`, content: "" }));
    expect(await faultOf(archiveOf(many))).toBe("too-many-entries");
    expect(await faultOf(archiveOf(many.slice(1)))).toBeUndefined();
  });

  it.each(["../a", "x/../../a", "C:/a", "//a", "a\0b"])("is refused for the name %j", async (name) => {
    expect(await faultOf(archiveOf([{ name, content: "" }]))).toBe("unsafe-names");
  });

  it("is refused when two entries have one name, or one entry two", async () => {
    const twice = ["a.xml", "A.xml"].map((name) => ({ name, content: "" }));
    expect(await faultOf(archiveOf(twice))).toBe("unsafe-names");
    expect(await faultOf(archiveOf([{ name: "a", localName: "b", content: "" }]))).toBe("damaged");
  });

  it("is refused when it is locked or packed in a way nobody uses", async () => {
    expect(await faultOf(archiveOf([{ name: "a", content: "abc", flags: 1 }]))).toBe("locked");
    expect(await faultOf(archiveOf([{ name: "a", content: "abc", method: 12 }]))).toBe("locked");
  });

  it("is refused when it is none, or something hangs on it", async () => {
    const good = archiveOf([{ name: "a", content: "abc".repeat(50) }]);
    expect(await faultOf(Buffer.alloc(0))).toBe("no-zip");
    expect(await faultOf(Buffer.from("không phải zip"))).toBe("no-zip");
    expect(await faultOf(Buffer.concat([good, Buffer.from("x")]))).toBe("no-zip");
    expect(await faultOf(Buffer.concat([Buffer.from("x"), good]))).toBe("damaged");
  });

  it("never throws, wherever a byte of it is changed", async () => {
    const good = archiveOf([{ name: "a", content: "abcabc" }]);
    for (let at = 0; at < good.length; at += 1) {
      const changed = Buffer.from(good);
      changed.writeUInt8(changed.readUInt8(at) ^ 0xff, at);
      const guarded = await guardZip(changed, limits);
      if ("fault" in guarded) continue;
      // What is still taken says the same content: the byte stood where nothing is read.
      expect((await guarded.part(guarded.names[0] ?? ""))?.toString()).toBe("abcabc");
    }
  });
});
