import { describe, expect, test } from "vitest";
import { PROFILE } from "../../src/features/assessments/drafts/edit.js";
import { viewOf } from "../../src/features/assessments/scoring/view-model.js";
import { openPlace } from "../../src/features/assessments/screen/places.js";
import { banDanToc, outline } from "./ban-dan-toc.js";

const declared = banDanToc();
const view = viewOf(outline(), declared);
const untouched = viewOf(outline(), { ...declared, profile: {}, answers: new Map() });

describe("the place that opens first", () => {
  test("is the one asked for, whoever asks", () => {
    expect(openPlace(view, "2.6.10", new Set(["2.1.1"]))).toBe("2.6.10");
  });

  test("is the first waiting indicator that the officer of a room was given", () => {
    expect(openPlace(untouched, undefined, new Set(["2.2.3", "2.2.1"]))).toBe("2.2.1");
  });

  test("is still the officer's own when all of it is complete", () => {
    expect(openPlace(view, undefined, new Set(["2.2.3", "2.2.4"]))).toBe("2.2.3");
  });

  test("is in the list for somebody who was given nothing", () => {
    expect(openPlace(untouched, undefined, new Set())).toBe(untouched.indicators[0]?.item.address);
  });

  test("is the general information for the Office while it has gaps", () => {
    expect(openPlace(untouched, undefined, null)).toBe(PROFILE);
  });
});
