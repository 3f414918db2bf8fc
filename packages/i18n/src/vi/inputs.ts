/** What is wrong with the shape of an input: the codes under which zod reports it. */
export const inputs = {
  'wrong.too_small': 'Ngắn quá, hoặc còn để trống.',
  'wrong.too_big': 'Dài quá, hoặc quá nhiều.',
  'wrong.common-password':
    'Mật khẩu này quá dễ đoán: nhiều người dùng, lặp lại, hoặc giống tên đăng nhập. Xin chọn một câu dài của riêng mình.',
  'wrong.invalid_format': 'Chưa đúng cách viết.',
  'wrong.invalid_type': 'Thiếu, hoặc không đúng kiểu.',
  'wrong.invalid_value': 'Giá trị này không có trong danh sách cho phép.',
  'wrong.invalid_union': 'Chưa đúng một trong các cách cho phép.',
  'wrong.unrecognized_keys': 'Có mục lạ, không thuộc mẫu.',
} as const;
