export const sets = {
  "sets.title": "Bộ chỉ số",
} as const;
