export const sessions = {
  "sessions.title": "Tài khoản của tôi",
} as const;
