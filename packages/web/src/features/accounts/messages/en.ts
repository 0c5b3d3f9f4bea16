import type { accounts as vi } from "./vi.js";

export const accounts: Record<keyof typeof vi, string> = {
  "accounts.title": "Accounts",
};
