import type { sets as vi } from "./vi.js";

export const sets: Record<keyof typeof vi, string> = {
  "sets.title": "Indicator sets",
};
