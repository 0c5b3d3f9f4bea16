import { describe, expect, it } from "vitest";
import { idleState, mustTouch } from "../../src/features/sessions/idle-time.js";

const minutes = (count: number): number => count * 60_000;

describe("a session of fifteen minutes", () => {
  const at = (passed: number) => idleState(15, 0, minutes(passed));

  it("is spoken of two minutes before the server may end it, and not sooner", () => {
    expect(at(12.4)).toEqual({ kind: "awake" });
    expect(at(12.5)).toEqual({ kind: "ending", minutes: 2 });
    expect(at(13.5)).toEqual({ kind: "ending", minutes: 1 });
  });

  it("is over no later than the server, which may have noted the last touch half a minute earlier", () => {
    expect(at(14.5)).toEqual({ kind: "over" });
  });

  it("goes on by what somebody does, told to the server once a minute and at once when it is about to end", () => {
    expect(mustTouch(at(0.5), 0, minutes(0.5))).toBe(false);
    expect(mustTouch(at(1), 0, minutes(1))).toBe(true);
    expect(mustTouch(at(13), 0, minutes(13))).toBe(true);
    expect(mustTouch(at(15), 0, minutes(15))).toBe(false);
  });
});

describe("a session as short as can be", () => {
  it("still has a time in which nothing is said, and one in which it is", () => {
    expect(idleState(1, 0, 0)).toEqual({ kind: "awake" });
    expect(idleState(1, 0, minutes(0.3))).toEqual({ kind: "ending", minutes: 1 });
    expect(idleState(5, 0, minutes(2.4))).toEqual({ kind: "awake" });
    expect(idleState(5, 0, minutes(2.6))).toEqual({ kind: "ending", minutes: 2 });
  });
});
