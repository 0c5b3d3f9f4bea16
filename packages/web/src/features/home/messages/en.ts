import type { home as vi } from "./vi.js";

export const home: Record<keyof typeof vi, string> = {
  "home.title": "Home",
};
