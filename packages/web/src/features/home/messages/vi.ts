export const home = {
  "home.title": "Trang chủ",
} as const;
