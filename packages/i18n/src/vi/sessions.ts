/** What is wrong with an account, a role or a password, place by place. */
export const sessions = {
  'accountIssue.login-taken': 'Tên đăng nhập này đã có người dùng.',
  'accountIssue.account-inactive': 'Tài khoản này đã ngừng, không tạo liên kết được.',
  'accountIssue.last-administrator':
    'Đây là người quản trị cuối cùng. Xin giao quyền quản trị cho một người khác trước.',
  'accountIssue.unknown-unit': 'Không có đơn vị này.',
  'accountIssue.unknown-body': 'Không có tổ chức này.',
  'accountIssue.body-required': 'Người tổ chức cần thay mặt một tổ chức.',
  'accountIssue.body-may-not-organise': 'Tổ chức này không được đứng ra lấy ý kiến.',
  'accountIssue.outside-the-body': 'Đơn vị này không thuộc phạm vi của tổ chức đã chọn.',
  'inputIssue.too_small': 'Ngắn quá, hoặc còn để trống.',
  'inputIssue.too_big': 'Dài quá, hoặc quá nhiều.',
  'inputIssue.invalid_format': 'Chưa đúng cách viết.',
  'inputIssue.invalid_type': 'Thiếu, hoặc không đúng kiểu.',
  'inputIssue.invalid_value': 'Giá trị này không có trong danh sách cho phép.',
  'inputIssue.invalid_union': 'Chưa đúng một trong các cách cho phép.',
  'inputIssue.unrecognized_keys': 'Có mục lạ, không thuộc mẫu.',
  'inputIssue.not-a-day': 'Ngày chưa đúng, ví dụ 2026-03-05.',
} as const;
