import type { campaigns as vi } from "./vi.js";

export const campaigns: Record<keyof typeof vi, string> = {
  "campaigns.title": "Campaigns",
};
