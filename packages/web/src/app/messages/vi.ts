/** The shell: header, navigation, connection, languages. */
export const app = {
  "app.loading": "Đang tải…",
} as const;
