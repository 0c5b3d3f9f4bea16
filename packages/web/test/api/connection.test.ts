import { describe, expect, it } from "vitest";
import { isAnswer } from "../../src/api/connection.js";

const response = (status: number, type: string): Response =>
  new Response("", { status, headers: { "content-type": type } });

describe("whether the server was reached", () => {
  it("is not doubted when it says itself that it is busy", () => {
    expect(isAnswer(response(503, "application/problem+json; charset=utf-8"))).toBe(true);
    expect(isAnswer(response(500, "application/problem+json"))).toBe(true);
    expect(isAnswer(response(200, "application/json"))).toBe(true);
  });

  it.each([502, 503, 504])("is denied when a gateway answers %s in its place", (status) => {
    expect(isAnswer(response(status, "text/html"))).toBe(false);
  });
});
