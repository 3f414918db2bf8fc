import type { Pair } from './pair.ts';

/** Pairs of drafts written by hand, and by hand what became of each clause. */
export const firstPairs: Pair[] = [
  {
    name: 'rules of work, whole sentences said anew',
    before: `NỘI QUY LÀM VIỆC
Điều 1. Thời gian làm việc
1. Nhân viên làm việc từ 7 giờ 30 đến 17 giờ, nghỉ trưa 90 phút.
2. Người đi muộn quá 15 phút phải báo cho tổ trưởng.
3. Ai nghỉ đột xuất phải gọi điện cho văn phòng trước 7 giờ.
Điều 2. Trang phục
1. Mặc đồng phục khi lên lớp.
2. Đeo thẻ viên chức.
3. Không đi dép lê.
Điều 3. Giao tiếp
1. Xưng hô lịch sự với đồng nghiệp và phụ huynh.
2. Không to tiếng trong giờ làm việc.
3. Không hút thuốc trong khuôn viên trường.
Điều 4. Sử dụng tài sản
1. Tắt điện, quạt, máy lạnh khi ra về.
2. Không mang thiết bị của trường về nhà khi chưa được Hiệu trưởng đồng ý.
3. Làm hỏng tài sản phải bồi thường theo giá thị trường.
Điều 5. Kỷ luật
Người vi phạm bị nhắc nhở, tái phạm bị hạ bậc thi đua.`,
    after: `NỘI QUY LÀM VIỆC
Điều 1. Giờ giấc
1. Giờ làm việc buổi sáng từ 7 giờ 30 đến 11 giờ 30, buổi chiều từ 13 giờ đến 17 giờ.
2. Đến muộn quá 15 phút thì báo tổ trưởng và ghi vào sổ trực.
3. Trường hợp nghỉ đột xuất, nhắn tin hoặc gọi điện cho văn phòng trước 7 giờ.
Điều 2. Trang phục và thẻ
1. Đeo thẻ viên chức trong suốt giờ làm việc.
2. Mặc đồng phục vào thứ hai và các ngày lễ.
Điều 3. Giao tiếp, ứng xử
1. Không to tiếng trong giờ làm việc.
2. Xưng hô lịch sự, đúng mực với đồng nghiệp, phụ huynh và học sinh.
Điều 4. Môi trường không khói thuốc
1. Không hút thuốc trong khuôn viên trường.
2. Khách đến trường được nhắc thực hiện quy định này.
Điều 5. Sử dụng tài sản
1. Người ra về cuối cùng tắt điện, quạt, máy lạnh và khóa cửa.
2. Không mang thiết bị của trường về nhà khi chưa được Hiệu trưởng đồng ý bằng văn bản.
3. Làm hỏng tài sản phải bồi thường theo giá thị trường.
Điều 6. Kỷ luật
1. Vi phạm lần đầu: nhắc nhở.
2. Tái phạm: hạ bậc thi đua.`,
    links: `dieu-1.k1 dieu-1.k1 modified
dieu-1.k2 dieu-1.k2 modified
dieu-1.k3 dieu-1.k3 modified
dieu-2.k2 dieu-2.k1 modified
dieu-2.k3 · removed
dieu-2.k1 dieu-2.k2 modified
dieu-3.k2 dieu-3.k1 renumbered
dieu-3.k1 dieu-3.k2 modified
dieu-3.k3 dieu-4.k1 moved
· dieu-4.k2 added
dieu-4.k1 dieu-5.k1 modified
dieu-4.k2 dieu-5.k2 modified
dieu-4.k3 dieu-5.k3 renumbered
dieu-5 dieu-6.k1 split
dieu-5 dieu-6.k2 split`,
  },
  {
    name: 'amounts in lists that look alike',
    before: `Chương I
MỨC CHI
Điều 1. Chi khen thưởng
1. Giáo viên dạy giỏi:
a) Cấp trường: 300.000 đồng;
b) Cấp huyện: 500.000 đồng;
c) Cấp tỉnh: 1.000.000 đồng.
2. Học sinh giỏi:
a) Cấp trường: 50.000 đồng;
b) Cấp huyện: 100.000 đồng;
c) Cấp tỉnh: 300.000 đồng.
3. Tập thể lớp xuất sắc: 200.000 đồng.
Điều 2. Chi thăm hỏi
1. Ốm đau: 300.000 đồng.
2. Hiếu: 500.000 đồng.
3. Hỷ: 300.000 đồng.
4. Chi khác: do Hiệu trưởng quyết định.
Điều 3. Chi hội họp
1. Nước uống: 20.000 đồng/người.
2. Tài liệu: theo thực tế.
3. Chi khác: do Hiệu trưởng quyết định.`,
    after: `Chương I
MỨC CHI
Điều 1. Nguyên tắc chi
1. Chi đúng đối tượng, đúng định mức.
2. Chi trong phạm vi dự toán được giao.
Điều 2. Chi khen thưởng
1. Giáo viên dạy giỏi:
a) Cấp trường: 400.000 đồng;
b) Cấp xã: 600.000 đồng;
c) Cấp tỉnh: 1.500.000 đồng;
d) Cấp quốc gia: 3.000.000 đồng.
2. Học sinh giỏi:
a) Cấp trường: 50.000 đồng;
b) Cấp tỉnh: 500.000 đồng.
3. Tập thể lớp xuất sắc: 300.000 đồng.
Điều 3. Chi thăm hỏi
1. Ốm đau: 500.000 đồng.
2. Hiếu: 1.000.000 đồng.
3. Chi khác: do Hiệu trưởng quyết định.
Điều 4. Chi hội họp
1. Nước uống: 30.000 đồng/người.
2. Tài liệu: theo thực tế.
3. Thuê hội trường: theo hợp đồng.
4. Chi khác: do Hiệu trưởng quyết định.`,
    links: `· dieu-1.k1 added
· dieu-1.k2 added
dieu-1.k1 dieu-2.k1 renumbered
dieu-1.k1.a dieu-2.k1.a modified
dieu-1.k1.b dieu-2.k1.b modified
dieu-1.k1.c dieu-2.k1.c modified
· dieu-2.k1.d added
dieu-1.k2 dieu-2.k2 renumbered
dieu-1.k2.a dieu-2.k2.a renumbered
dieu-1.k2.b · removed
dieu-1.k2.c dieu-2.k2.b modified
dieu-1.k3 dieu-2.k3 modified
dieu-2.k1 dieu-3.k1 modified
dieu-2.k2 dieu-3.k2 modified
dieu-2.k3 · removed
dieu-2.k4 dieu-3.k3 renumbered
dieu-3.k1 dieu-4.k1 modified
dieu-3.k2 dieu-4.k2 renumbered
· dieu-4.k3 added
dieu-3.k3 dieu-4.k4 renumbered`,
  },
  {
    name: 'an agreement counted 1.1, its articles exchanged',
    before: `THỎA ƯỚC
Điều 1: Hợp đồng lao động
1.1. Công ty ký hợp đồng với người lao động sau thử việc.
1.2. Thời gian thử việc không quá 60 ngày, hưởng 85% lương.
1.3. Người lao động được nhận một bản hợp đồng.
Điều 2: Tiền lương
2.1. Trả lương ngày 10 hằng tháng.
2.2. Làm thêm ngày thường 150%, ngày nghỉ hằng tuần 200%, ngày lễ 300%.
2.3. Nâng lương mỗi năm một lần.
Điều 3: Nghỉ phép
3.1. Mỗi năm nghỉ 12 ngày hưởng nguyên lương.
3.2. Nghỉ cưới 3 ngày, con cưới 1 ngày.
3.3. Cha mẹ mất nghỉ 3 ngày.
Điều 4: Công đoàn
Công ty tạo điều kiện về thời gian, phương tiện để Công đoàn hoạt động.`,
    after: `THỎA ƯỚC
Điều 1: Hợp đồng lao động
1.1. Công ty ký hợp đồng với người lao động sau thử việc.
1.2. Thời gian thử việc không quá 60 ngày.
1.3. Trong thời gian thử việc người lao động hưởng 85% lương.
1.4. Người lao động được nhận một bản hợp đồng.
Điều 2: Nghỉ phép
2.1. Mỗi năm nghỉ 14 ngày hưởng nguyên lương.
2.2. Nghỉ cưới 3 ngày, con cưới 1 ngày; cha mẹ mất nghỉ 3 ngày.
Điều 3: Tiền lương
3.1. Trả lương ngày 05 hằng tháng.
3.2. Làm thêm giờ được trả:
a) Ngày thường: 150%;
b) Ngày nghỉ hằng tuần: 200%;
c) Ngày lễ: 300%.
3.3. Nâng lương mỗi năm một lần.
Điều 4: Công đoàn
4.1. Công ty tạo điều kiện về thời gian, phương tiện để Công đoàn hoạt động.
4.2. Cán bộ công đoàn được dành 24 giờ mỗi tháng cho công tác công đoàn.`,
    links: `dieu-1.k1-1 dieu-1.k1-1 unchanged
dieu-1.k1-2 dieu-1.k1-2 split
dieu-1.k1-2 dieu-1.k1-3 split
dieu-1.k1-3 dieu-1.k1-4 renumbered
dieu-3.k3-1 dieu-2.k2-1 modified
dieu-3.k3-2 dieu-2.k2-2 merged
dieu-3.k3-3 dieu-2.k2-2 merged
dieu-2.k2-1 dieu-3.k3-1 modified
dieu-2.k2-2 dieu-3.k3-2 split
dieu-2.k2-2 dieu-3.k3-2.a split
dieu-2.k2-2 dieu-3.k3-2.b split
dieu-2.k2-2 dieu-3.k3-2.c split
dieu-2.k2-3 dieu-3.k3-3 renumbered
dieu-4 dieu-4.k4-1 renumbered
· dieu-4.k4-2 added`,
  },
  {
    name: 'a plan of sections and dashes',
    before: `KẾ HOẠCH
Phát động phong trào thi đua
I. MỤC ĐÍCH
- Động viên cán bộ, giáo viên thi đua dạy tốt, học tốt.
- Phát hiện, nhân rộng điển hình tiên tiến.
II. NỘI DUNG
1. Thi đua trong giảng dạy
- Mỗi giáo viên đăng ký một đổi mới phương pháp.
- Mỗi tổ chuyên môn có một chuyên đề cấp trường.
2. Thi đua trong học tập
- Mỗi lớp đăng ký tuần học tốt.
- Giúp đỡ bạn học yếu.
3. Giữ gìn trường lớp xanh, sạch, đẹp
III. TỔ CHỨC THỰC HIỆN
1. Ban thi đua theo dõi, chấm điểm hằng tuần.
2. Các tổ báo cáo trước ngày 25 hằng tháng.
3. Tổng kết vào tháng 5/2024.
Trên đây là kế hoạch phát động phong trào thi đua, đề nghị các bộ phận nghiêm túc thực hiện.
Nơi nhận:
- Các tổ.`,
    after: `KẾ HOẠCH
Phát động phong trào thi đua
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
- Động viên cán bộ, giáo viên, nhân viên và học sinh thi đua dạy tốt, học tốt.
- Phát hiện, bồi dưỡng, nhân rộng điển hình tiên tiến.
2. Yêu cầu
- Thi đua thiết thực, không hình thức.
II. NỘI DUNG
1. Thi đua trong học tập
- Mỗi lớp đăng ký tuần học tốt.
- Thành lập nhóm bạn cùng tiến để giúp đỡ bạn học yếu.
2. Thi đua trong giảng dạy
- Mỗi giáo viên đăng ký một đổi mới phương pháp.
- Mỗi tổ chuyên môn có hai chuyên đề cấp trường.
3. Giữ gìn trường lớp xanh, sạch, đẹp
III. KHEN THƯỞNG
1. Tập thể xuất sắc: 1.000.000 đồng.
2. Cá nhân xuất sắc: 300.000 đồng.
IV. TỔ CHỨC THỰC HIỆN
1. Ban thi đua theo dõi, chấm điểm hằng tuần, công bố trên bảng tin.
2. Các tổ báo cáo trước ngày 25 hằng tháng.
3. Tổng kết vào tháng 5/2024.
Nơi nhận:
- Các tổ.`,
    links: `· muc-i.k1 added
muc-i.g1 muc-i.k1.g1 modified
muc-i.g2 muc-i.k1.g2 modified
· muc-i.k2 added
· muc-i.k2.g1 added
muc-ii.k2 muc-ii.k1 renumbered
muc-ii.k2.g1 muc-ii.k1.g1 renumbered
muc-ii.k2.g2 muc-ii.k1.g2 modified
muc-ii.k1 muc-ii.k2 renumbered
muc-ii.k1.g1 muc-ii.k2.g1 renumbered
muc-ii.k1.g2 muc-ii.k2.g2 modified
muc-ii.k3 muc-ii.k3 unchanged
· muc-iii.k1 added
· muc-iii.k2 added
muc-iii.k1 muc-iv.k1 modified
muc-iii.k2 muc-iv.k2 renumbered
muc-iii.k3 muc-iv.k3 renumbered`,
  },
];
