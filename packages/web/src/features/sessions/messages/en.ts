import type { sessions as vi } from "./vi.js";

export const sessions: Record<keyof typeof vi, string> = {
  "sessions.title": "My account",
};
