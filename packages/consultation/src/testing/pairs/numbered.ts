import type { Pair } from './pair.ts';

/** A code of conduct numbered 1, 1.1, 1.1.1 throughout, as offices write that follow ISO 9001. */
const before = `QUY TRÌNH
TIẾP NHẬN VÀ XỬ LÝ KIẾN NGHỊ CỦA PHỤ HUYNH
Mã số: QT-07

1. MỤC ĐÍCH
Quy trình này thống nhất cách tiếp nhận và trả lời kiến nghị của phụ huynh.
2. PHẠM VI ÁP DỤNG
2.1 Quy trình áp dụng cho mọi bộ phận của nhà trường.
2.2 Đơn khiếu nại, tố cáo được giải quyết theo quy định của pháp luật, không theo quy trình này.
3. NỘI DUNG
3.1 Tiếp nhận
3.1.1 Văn phòng nhận kiến nghị trực tiếp, qua điện thoại, hộp thư góp ý hoặc thư điện tử.
3.1.2 Người nhận ghi vào sổ theo dõi trong ngày.
3.1.3 Kiến nghị không ghi tên vẫn được ghi nhận.
3.2 Xử lý
3.2.1 Trong 02 ngày làm việc, Hiệu trưởng giao bộ phận liên quan xem xét.
3.2.2 Bộ phận được giao báo cáo kết quả trong 05 ngày làm việc.
3.3 Trả lời
3.3.1 Nhà trường trả lời bằng văn bản, trừ khi phụ huynh đồng ý trả lời bằng lời.
3.3.2 Kết quả được niêm yết, không nêu tên người kiến nghị.
4. LƯU HỒ SƠ
Hồ sơ được lưu 05 năm tại Văn phòng.
`;
const after = before
  .replace('3.1.3 Kiến nghị không', '3.1.3 Người nhận báo cho phụ huynh ngày sẽ có trả lời.\n3.1.4 Kiến nghị không')
  .replace('Trong 02 ngày làm việc', 'Trong 01 ngày làm việc')
  .replace(
    '4. LƯU HỒ SƠ',
    '4. BẢO VỆ NGƯỜI KIẾN NGHỊ\nNghiêm cấm trù dập người kiến nghị và con em của họ dưới mọi hình thức.\n5. LƯU HỒ SƠ',
  );

export const numbered: Pair = {
  name: 'a procedure numbered 1, 1.1, 1.1.1',
  before,
  after,
  links: `k1 k1 unchanged
k2 k2 unchanged
k2.k2-1 k2.k2-1 unchanged
k2.k2-2 k2.k2-2 unchanged
k3 k3 unchanged
k3.k3-1 k3.k3-1 unchanged
k3.k3-1.k3-1-1 k3.k3-1.k3-1-1 unchanged
k3.k3-1.k3-1-2 k3.k3-1.k3-1-2 unchanged
· k3.k3-1.k3-1-3 added
k3.k3-1.k3-1-3 k3.k3-1.k3-1-4 renumbered
k3.k3-2 k3.k3-2 unchanged
k3.k3-2.k3-2-1 k3.k3-2.k3-2-1 modified
k3.k3-2.k3-2-2 k3.k3-2.k3-2-2 unchanged
k3.k3-3 k3.k3-3 unchanged
k3.k3-3.k3-3-1 k3.k3-3.k3-3-1 unchanged
k3.k3-3.k3-3-2 k3.k3-3.k3-3-2 unchanged
· k4 added
k4 k5 renumbered`,
};
