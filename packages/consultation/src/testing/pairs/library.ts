import type { Pair } from './pair.ts';

/** A regulation with chapters and sections, titles on lines of their own, articles without headings and with long words. */
const before = `QUY CHẾ
QUẢN LÝ VÀ SỬ DỤNG THƯ VIỆN TRƯỜNG
(Ban hành kèm theo Quyết định số 15/QĐ-THCS ngày 5 tháng 9 năm 2025)

CHƯƠNG I
NHỮNG QUY ĐỊNH CHUNG

Điều 1: Mục đích
Quy chế này nhằm nâng cao hiệu quả phục vụ bạn đọc của thư viện.

Điều 2: Giải thích từ ngữ
Trong Quy chế này, các từ ngữ dưới đây được hiểu như sau:
1- Bạn đọc là học sinh, giáo viên, nhân viên có thẻ thư viện.
2- Tài liệu là sách, báo, tạp chí và tài liệu điện tử.

CHƯƠNG II
HOẠT ĐỘNG CỦA THƯ VIỆN

Mục 1
PHỤC VỤ BẠN ĐỌC

Điều 3: Giờ mở cửa
1- Thư viện mở cửa từ 7 giờ đến 17 giờ các ngày học.
2- Ngày nghỉ lễ, nghỉ hè thực hiện theo thông báo của Hiệu trưởng.

Điều 4: Mượn và trả tài liệu
1- Mỗi bạn đọc được mượn:
a/ Học sinh: không quá 02 cuốn trong 07 ngày;
b/ Giáo viên, nhân viên: không quá 05 cuốn trong 30 ngày.
2- Bạn đọc làm mất tài liệu thì mua đền tài liệu cùng loại, hoặc bồi thường theo giá bìa.

Mục 2
BỔ SUNG, THANH LÝ TÀI LIỆU

Điều 5: Bổ sung tài liệu
Hằng năm nhà trường dành ít nhất 2% kinh phí chi thường xuyên để bổ sung tài liệu.

Điều 6: Thanh lý tài liệu
Việc thanh lý tài liệu do Hội đồng thanh lý quyết định; biên bản thanh lý được công khai.

CHƯƠNG III
ĐIỀU KHOẢN THI HÀNH

Điều 7: Hiệu lực
Quy chế này có hiệu lực từ ngày ký.
`;
const after = before
  .replace('từ 7 giờ đến 17 giờ các ngày học', 'từ 6 giờ 45 phút đến 17 giờ 30 phút các ngày học và sáng thứ Bảy')
  .replace(
    'Bạn đọc làm mất tài liệu thì mua đền tài liệu cùng loại, hoặc bồi thường theo giá bìa.',
    'Bạn đọc làm mất tài liệu thì mua đền tài liệu cùng loại.\n3- Không mua được thì bồi thường theo giá bìa.',
  )
  .replace(
    'Mục 2\nBỔ SUNG',
    'Mục 2\nTHÔNG TIN\n\nĐiều 5: Giới thiệu sách\nMỗi tháng thư viện giới thiệu sách mới trong tiết chào cờ.\n\nMục 3\nBỔ SUNG',
  )
  .replace('Điều 7: Hiệu lực', 'Điều 8: Hiệu lực')
  .replace('Điều 6: Thanh lý', 'Điều 7: Thanh lý')
  .replace('Điều 5: Bổ sung', 'Điều 6: Bổ sung');

export const library: Pair = {
  name: 'a regulation with chapters and sections whose titles stand on lines of their own',
  before,
  after,
  links: `dieu-1 dieu-1 unchanged
dieu-2 dieu-2 unchanged
dieu-2.k1 dieu-2.k1 unchanged
dieu-2.k2 dieu-2.k2 unchanged
dieu-3.k1 dieu-3.k1 modified
dieu-3.k2 dieu-3.k2 unchanged
dieu-4.k1 dieu-4.k1 unchanged
dieu-4.k1.a dieu-4.k1.a unchanged
dieu-4.k1.b dieu-4.k1.b unchanged
dieu-4.k2 dieu-4.k2 modified
· dieu-4.k3 added
· dieu-5 added
dieu-5 dieu-6 renumbered
dieu-6 dieu-7 renumbered
dieu-7 dieu-8 renumbered`,
};
