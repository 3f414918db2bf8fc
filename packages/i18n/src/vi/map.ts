/** How people are of one mind about a draft, and where they part. */
export const map = {
  'map.title': 'Bản đồ ý kiến',
  'map.found': 'Người trả lời chia thành {count} xu hướng: {sizes}.',
  'map.size': '{name} khoảng {tenths} phần mười',
  'map.few':
    'Không nêu xu hướng nào: hoặc mọi người nghĩ gần giống nhau, hoặc chưa đủ rõ và đủ đông để nêu mà không lộ ai.',
  'map.how':
    'Máy xếp những người trả lời giống nhau vào cùng một xu hướng, chỉ theo thái độ với từng điều khoản. Mỗi xu hướng có ít nhất {least} người; không ghi ai thuộc xu hướng nào. Hai xu hướng càng xa nhau trên hình thì trả lời càng khác nhau.',
  'map.group': 'Xu hướng {name}: khoảng {tenths} phần mười số người trả lời',
  'map.keep': 'Muốn giữ nguyên',
  'map.change': 'Muốn sửa hoặc bỏ',
  'map.across': 'Mọi xu hướng đều muốn giữ nguyên',
  'map.allKeep': 'Phần lớn mọi người muốn giữ nguyên',
  'map.allChange': 'Phần lớn mọi người muốn sửa hoặc bỏ',
  'map.noneSure': 'Không điều khoản nào được phần lớn mọi người nhìn chung một hướng đủ chắc.',
  'map.picture': 'Hình vẽ các xu hướng. {found}',
} as const;
