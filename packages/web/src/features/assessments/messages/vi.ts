export const assessments = {
  "assessments.title": "Phiếu đánh giá",
} as const;
