/** What is wrong with bodies and days, beside the place where it stands. */
export const organisations = {
  'wrong.unknown-body': 'Tổ chức này không có trong danh sách.',
  'wrong.body-required': 'Người tổ chức cần thay mặt một tổ chức.',
  'wrong.body-may-not-organise': 'Tổ chức này không được đứng ra lấy ý kiến.',
  'wrong.outside-the-body': 'Đơn vị này không thuộc phạm vi của tổ chức đã chọn.',
  'wrong.not-a-day': 'Ngày chưa đúng, ví dụ 2026-03-05.',
} as const;
