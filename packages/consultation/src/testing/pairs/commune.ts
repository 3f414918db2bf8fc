import type { Pair } from './pair.ts';

/** A resolution of a commune's council with a table within an article and an appendix with a list and a table. */
const before = `HỘI ĐỒNG NHÂN DÂN
XÃ ĐỒNG TÂM
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: .../2025/NQ-HĐND
Đồng Tâm, ngày ... tháng ... năm 2025

NGHỊ QUYẾT
Quy định mức hỗ trợ khuyến học trên địa bàn xã

HỘI ĐỒNG NHÂN DÂN XÃ ĐỒNG TÂM
KHÓA XX, KỲ HỌP THỨ 8

Căn cứ Luật Tổ chức chính quyền địa phương;
Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015;
Xét Tờ trình của Ủy ban nhân dân xã;

QUYẾT NGHỊ:

Điều 1. Phạm vi điều chỉnh, đối tượng áp dụng
1. Nghị quyết này quy định mức hỗ trợ khuyến học từ ngân sách xã.
2. Nghị quyết áp dụng đối với:
a) Học sinh có hộ khẩu thường trú tại xã;
b) Giáo viên đang công tác tại các trường trên địa bàn;
c) Các tổ chức, cá nhân có liên quan.
Điều 2. Mức hỗ trợ
1. Mức hỗ trợ được quy định như sau:
| Đối tượng | Mức hỗ trợ |
|---|---|
| Học sinh giỏi cấp tỉnh | 1.000.000 đồng |
| Học sinh giỏi cấp quốc gia | 5.000.000 đồng |
2. Học sinh thuộc hộ nghèo được hỗ trợ thêm 20% mức quy định tại khoản 1 Điều này.
Điều 3. Kinh phí thực hiện
Kinh phí thực hiện do ngân sách xã bảo đảm trong dự toán hằng năm.
Điều 4. Tổ chức thực hiện
1. Giao Ủy ban nhân dân xã tổ chức thực hiện Nghị quyết.
2. Thường trực Hội đồng nhân dân, các Ban và đại biểu giám sát việc thực hiện.
Nghị quyết này được Hội đồng nhân dân xã khóa XX, kỳ họp thứ 8 thông qua và có hiệu lực từ ngày 01 tháng 01 năm 2026.

Nơi nhận:
- Thường trực HĐND huyện;
- Lưu: VT.
CHỦ TỊCH

PHỤ LỤC I
HỒ SƠ ĐỀ NGHỊ HỖ TRỢ
(Kèm theo Nghị quyết số .../2025/NQ-HĐND)
1. Đơn đề nghị theo mẫu.
2. Bản sao giấy chứng nhận đạt giải.
3. Giấy xác nhận hộ nghèo (nếu có).
PHỤ LỤC II
MỨC HỖ TRỢ THEO CẤP HỌC
| Cấp học | Mức |
|---|---|
| Tiểu học | 300.000 đồng |
| Trung học cơ sở | 400.000 đồng |
`;
const after = before
  .replace('c) Các tổ chức', 'c) Hội khuyến học xã và các thôn;\nd) Các tổ chức')
  .replace('hỗ trợ thêm 20%', 'hỗ trợ thêm 30%')
  .replace(
    'Điều 3. Kinh phí',
    'Điều 3. Trình tự xét hỗ trợ\nHội khuyến học xã lập danh sách, niêm yết công khai 05 ngày tại nhà văn hóa thôn.\nĐiều 4. Kinh phí',
  )
  .replace('Điều 4. Tổ chức', 'Điều 5. Tổ chức')
  .replace('3. Giấy xác nhận hộ nghèo (nếu có).', '3. Giấy xác nhận hộ nghèo, hộ cận nghèo (nếu có).');

export const commune: Pair = {
  name: 'a resolution of a commune with tables and two appendices',
  before,
  after,
  links: `dieu-1.k1 dieu-1.k1 unchanged
dieu-1.k2 dieu-1.k2 unchanged
dieu-1.k2.a dieu-1.k2.a unchanged
dieu-1.k2.b dieu-1.k2.b unchanged
· dieu-1.k2.c added
dieu-1.k2.c dieu-1.k2.d renumbered
dieu-2.k1 dieu-2.k1 unchanged
dieu-2.k2 dieu-2.k2 modified
· dieu-3 added
dieu-3 dieu-4 renumbered
dieu-4.k1 dieu-5.k1 renumbered
dieu-4.k2 dieu-5.k2 renumbered
phu-luc-i.k1 phu-luc-i.k1 unchanged
phu-luc-i.k2 phu-luc-i.k2 unchanged
phu-luc-i.k3 phu-luc-i.k3 modified
phu-luc-ii phu-luc-ii unchanged`,
};
