/** The shell: header, navigation, connection, languages. */
import type { app as vi } from "./vi.js";

export const app: Record<keyof typeof vi, string> = {
  "app.loading": "Loading…",
};
