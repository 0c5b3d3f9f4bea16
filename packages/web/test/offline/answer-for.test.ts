import { describe, expect, it } from "vitest";
import { answerFor, isNoAnswer } from "../../src/app/offline/answer-for.js";

const origin = "https://dti.tinh.gov.vn";
const files = new Set(["/assets/index-1a2b.js", "/mark.svg"]);
const opened = (path: string) =>
  answerFor({ method: "GET", url: `${origin}${path}`, navigates: true }, origin, files);
const loaded = (path: string, method = "GET") =>
  answerFor({ method, url: `${origin}${path}`, navigates: false }, origin, files);

describe("the service worker", () => {
  it("answers for the pages of the application", () => {
    expect(["/", "/assessments/1?at=2.1.3", "/sets/quang-ngai/1/edit"].map(opened)).toEqual([
      "page",
      "page",
      "page",
    ]);
  });

  it("gives the files of its own build, and lets those of another go to the server", () => {
    expect(loaded("/assets/index-1a2b.js")).toBe("file");
    expect(loaded("/assets/index-9z9z.js")).toBe("pass");
  });

  it("never touches the interface, whoever asks for it and however", () => {
    expect(loaded("/api/v1/session")).toBe("pass");
    expect(loaded("/api/v1/assessments/1/answers/2.1.3/a", "PUT")).toBe("pass");
    expect(opened("/api/v1/units/import/template")).toBe("pass");
  });

  it("leaves alone what the server writes itself, files opened by their address, and other sites", () => {
    expect(opened("/cong-bo/1")).toBe("pass");
    expect(opened("/mark.svg")).toBe("pass");
    expect(loaded("/", "POST")).toBe("pass");
    expect(answerFor({ method: "GET", url: "https://khac.vn/", navigates: true }, origin, files)).toBe(
      "pass",
    );
  });

  it("takes a gateway's answer for a server that is gone as none, and the server's own refusals as answers", () => {
    expect([502, 503, 504].every(isNoAnswer)).toBe(true);
    expect([200, 404, 429, 500].some(isNoAnswer)).toBe(false);
  });
});
