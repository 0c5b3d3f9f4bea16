export const campaigns = {
  "campaigns.title": "Đợt đánh giá",
} as const;
