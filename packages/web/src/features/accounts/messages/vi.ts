export const accounts = {
  "accounts.title": "Tài khoản",
} as const;
