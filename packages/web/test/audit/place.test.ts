import { expect, it } from "vitest";
import { sayPlace } from "../../src/features/audit/fields.js";

/** Says the id of a text and what it is given, for whoever reads the test. */
const say = (id: string, values: object = {}): string => [id, ...Object.values(values)].join(" ");

it("names a fact of the profile by its label, never by its name in the program", () => {
  const place = sayPlace(say, "profile", "civil_servants", "Tổng số cán bộ, công chức");
  expect(place).toBe("audit.place audit.profile Tổng số cán bộ, công chức");
});

it("keeps the letter that the document prints before a label, and no other id", () => {
  expect(sayPlace(say, "2.1.3", "a", "Văn bản đã ký")).toBe("audit.place 2.1.3 a Văn bản đã ký");
  expect(sayPlace(say, "2.1.2", "p1", "Chủ trì họp")).toBe("audit.place 2.1.2 Chủ trì họp");
  expect(sayPlace(say, "2.1.2", "p9", null)).toBe("audit.place 2.1.2 p9");
});
