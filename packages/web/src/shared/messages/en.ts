/** Pieces that several pages share. */
import type { shared as vi } from "./vi.js";

export const shared: Record<keyof typeof vi, string> = {
  "shared.retry": "Try again",
};
