export const audit = {
  "audit.title": "Nhật ký",
} as const;
