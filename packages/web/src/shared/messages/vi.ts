/** Pieces that several pages share. */
export const shared = {
  "shared.retry": "Thử lại",
} as const;
