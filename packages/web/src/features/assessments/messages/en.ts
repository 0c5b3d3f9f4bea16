import type { assessments as vi } from "./vi.js";

export const assessments: Record<keyof typeof vi, string> = {
  "assessments.title": "Assessment",
};
