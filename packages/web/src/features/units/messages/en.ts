import type { units as vi } from "./vi.js";

export const units: Record<keyof typeof vi, string> = {
  "units.title": "Units",
};
