import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { giveBackAfterRush } from "../src/give-back.js";

const LOOK = 6000;

describe("memory that a rush took", () => {
  let share = 0;
  let collections = 0;
  let end: () => void;

  beforeEach(() => {
    vi.useFakeTimers();
    share = 0;
    collections = 0;
    end = giveBackAfterRush({
      worked: () => ({ utilization: share, idle: 0, active: 0 }),
      collect: () => {
        collections += 1;
      },
    });
  });
  afterEach(() => {
    end();
    vi.useRealTimers();
  });

  function pass(looks: number, worked: number): number {
    share = worked;
    vi.advanceTimersByTime(looks * LOOK);
    return collections;
  }

  it("is given back twice when it is quiet again, and then no more", () => {
    expect(pass(10, 0.9)).toBe(0);
    expect(pass(1, 0.01)).toBe(1);
    expect(pass(20, 0.01)).toBe(2);
  });

  it("is kept while there is still work to do, however little", () => {
    pass(1, 0.9);
    expect(pass(20, 0.1)).toBe(0);
    expect(pass(2, 0.01)).toBe(2);
  });

  it("was never taken by a process that has had little to do", () => {
    expect(pass(100, 0.2)).toBe(0);
    expect(pass(100, 0)).toBe(0);
  });

  it("is given back after every rush", () => {
    pass(1, 0.9);
    pass(5, 0);
    pass(1, 0.9);
    expect(pass(5, 0)).toBe(4);
  });
});
