/** The audit log. */
export const audit = {
  "audit.title": "Nhật ký",
  "audit.description": "Ai đã làm gì, khi nào, từ đâu; bấm vào một dòng để xem trước và sau.",
  "audit.subject": "Tìm theo đối tượng",
  "audit.action": "Việc",
  "audit.unit": "Đơn vị",
  "audit.from": "Từ ngày",
  "audit.to": "Đến ngày",
  "audit.nobody": "Chưa đăng nhập",
  "audit.empty": "Không có mục nào khớp",
  "audit.field": "Trường",
  "audit.value": "Giá trị",
  "audit.before": "Trước",
  "audit.after": "Sau",
} as const;
