import type { audit as vi } from "./vi.js";

export const audit: Record<keyof typeof vi, string> = {
  "audit.title": "Audit log",
};
