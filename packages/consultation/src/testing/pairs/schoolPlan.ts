import type { Pair } from './pair.ts';

/** A plan of a school as it is copied out of a mail: no Điều, Roman numbers, numbers, dashes, a table of who does what. */
const before = `PHÒNG GDĐT HUYỆN HẢI THỊNH
TRƯỜNG TIỂU HỌC AN BÌNH
Số:     /KH-THAB

KẾ HOẠCH
Thực hiện dân chủ trong hoạt động của nhà trường năm học 2025 - 2026
(Dự thảo xin ý kiến)

Căn cứ Luật Thực hiện dân chủ ở cơ sở ngày 10 tháng 11 năm 2022;
Căn cứ nhiệm vụ năm học và tình hình thực tế của nhà trường,
Trường Tiểu học An Bình xây dựng kế hoạch như sau:

I. Mục đích, yêu cầu
1. Mục đích
- Phát huy quyền làm chủ của cán bộ, giáo viên, nhân viên và phụ huynh.
- Phòng ngừa việc gây khó khăn, phiền hà cho học sinh và phụ huynh.
2. Yêu cầu
Việc thực hiện dân chủ gắn với kỷ cương, không làm ảnh hưởng đến việc dạy và học.
II. Nội dung
1. Những việc phải công khai
1.1. Đối với cán bộ, giáo viên, nhân viên
- Kế hoạch tuyển dụng, điều động, đánh giá hằng năm;
- Dự toán, quyết toán ngân sách và các khoản thu ngoài ngân sách.
1.2. Đối với phụ huynh, học sinh
- Các khoản thu đầu năm và việc sử dụng;
- Thực đơn, giá tiền bữa ăn bán trú.
2. Những việc phải lấy ý kiến
2.1. Quy chế chi tiêu nội bộ được gửi cho từng tổ trước hội nghị ít nhất 07 ngày.
2.2. Nội quy của nhà trường được lấy ý kiến của phụ huynh qua cuộc họp đầu năm.
III. Tổ chức thực hiện
1. Hiệu trưởng
a) Chỉ đạo chung, mỗi học kỳ báo cáo một lần trước hội đồng trường.
b) Tiếp phụ huynh vào chiều thứ Sáu hằng tuần.
2. Công đoàn trường
Vận động đoàn viên tham gia ý kiến; tổng hợp và gửi Hiệu trưởng trong 05 ngày.
3. Phân công cụ thể

| TT | Nội dung | Người thực hiện | Thời gian |
|----|----------|-----------------|-----------|
| 1 | Niêm yết công khai | Văn phòng | Tháng 9 |
| 2 | Hội nghị viên chức | Công đoàn | Tháng 10 |

Trên đây là kế hoạch thực hiện dân chủ của nhà trường./.

Nơi nhận:
- Phòng GDĐT;
- Lưu: VT.
HIỆU TRƯỞNG
(Đã ký)
`;
/** The same after opinions: one aim added, 1.1 divided, the day of the head changed, the union before the head. */
const after = before
  .replace(
    '- Phòng ngừa việc',
    '- Xây dựng môi trường làm việc thân thiện, tôn trọng lẫn nhau trong nhà trường.\n- Phòng ngừa việc',
  )
  .replace('chiều thứ Sáu hằng tuần', 'sáng thứ Hai và chiều thứ Sáu hằng tuần')
  .replace('ít nhất 07 ngày', 'ít nhất 10 ngày làm việc')
  .replace(
    '- Thực đơn, giá tiền bữa ăn bán trú.\n',
    '- Thực đơn, giá tiền và nguồn gốc thực phẩm của bữa ăn bán trú.\n',
  );

export const schoolPlan: Pair = {
  name: 'a plan of a school without articles, numbered 1.1 below Roman numbers, with a table',
  before,
  after,
  links: `muc-i.k1 muc-i.k1 unchanged
muc-i.k1.g1 muc-i.k1.g1 unchanged
· muc-i.k1.g2 added
muc-i.k1.g2 muc-i.k1.g3 renumbered
muc-i.k2 muc-i.k2 unchanged
muc-ii.k1 muc-ii.k1 unchanged
muc-ii.k1.k1-1 muc-ii.k1.k1-1 unchanged
muc-ii.k1.k1-1.g1 muc-ii.k1.k1-1.g1 unchanged
muc-ii.k1.k1-1.g2 muc-ii.k1.k1-1.g2 unchanged
muc-ii.k1.k1-2 muc-ii.k1.k1-2 unchanged
muc-ii.k1.k1-2.g1 muc-ii.k1.k1-2.g1 unchanged
muc-ii.k1.k1-2.g2 muc-ii.k1.k1-2.g2 modified
muc-ii.k2 muc-ii.k2 unchanged
muc-ii.k2.k2-1 muc-ii.k2.k2-1 modified
muc-ii.k2.k2-2 muc-ii.k2.k2-2 unchanged
muc-iii.k1 muc-iii.k1 unchanged
muc-iii.k1.a muc-iii.k1.a unchanged
muc-iii.k1.b muc-iii.k1.b modified
muc-iii.k2 muc-iii.k2 unchanged
muc-iii.k3 muc-iii.k3 unchanged`,
};
