import { describe, expect, test } from "vitest";
import { readSearch, writtenSearch } from "../src/app/search-text.js";

describe("the place in an address", () => {
  test.each(["1.2", "2.10", "2", "profile", "I.1 a"])(
    "%s stands there as it is printed, and comes back so",
    (at) => {
      const text = writtenSearch({ at });
      expect(text).toBe(`?at=${encodeURIComponent(at)}`);
      expect(readSearch(text)).toEqual({ at });
    },
  );

  test("is read from addresses that were passed on earlier", () => {
    expect(readSearch("?at=%222.10%22")).toEqual({ at: "2.10" });
  });

  test("changes nothing of the rest", () => {
    const search = { q: "5", page: 2 };
    expect(readSearch(writtenSearch(search))).toEqual(search);
    expect(readSearch(writtenSearch({ ...search, at: "1.2" }))).toEqual({ ...search, at: "1.2" });
    expect(writtenSearch({})).toBe("");
  });
});
