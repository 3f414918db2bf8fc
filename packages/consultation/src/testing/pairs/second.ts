import type { Pair } from './pair.ts';

/** Pairs of drafts written by hand, and by hand what became of each clause. */
export const secondPairs: Pair[] = [
  {
    name: 'a decision and the regulation it issues',
    before: `QUYẾT ĐỊNH
Ban hành Quy định về quản lý dạy thêm, học thêm
HIỆU TRƯỞNG
Căn cứ Luật Giáo dục;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Quy định về quản lý dạy thêm, học thêm.
Điều 2. Quyết định có hiệu lực kể từ ngày ký.
Điều 3. Các tổ trưởng và giáo viên chịu trách nhiệm thi hành Quyết định này.
HIỆU TRƯỞNG

QUY ĐỊNH
Về quản lý dạy thêm, học thêm
(Ban hành kèm theo Quyết định số 12/QĐ-THCS)
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Quy định này áp dụng cho giáo viên và học sinh của trường.
Điều 2. Nguyên tắc
1. Không ép buộc học sinh học thêm.
2. Không cắt giảm nội dung chính khóa để dạy thêm.
Chương II
TỔ CHỨC DẠY THÊM
Điều 3. Dạy thêm trong nhà trường
1. Học sinh có đơn xin học thêm được cha mẹ ký.
2. Mỗi lớp không quá 45 học sinh.
3. Mỗi tuần không quá 2 tiết một môn.
Điều 4. Dạy thêm ngoài nhà trường
1. Giáo viên báo cáo Hiệu trưởng về môn học, địa điểm, thời gian dạy thêm.
2. Giáo viên không dạy thêm học sinh đang học chính khóa với mình.
Điều 5. Thu, chi
1. Mức thu do nhà trường thỏa thuận với cha mẹ học sinh.
2. Giáo viên không trực tiếp thu tiền.
Chương III
TỔ CHỨC THỰC HIỆN
Điều 6. Kiểm tra
Phó Hiệu trưởng kiểm tra việc dạy thêm mỗi tháng một lần.
Điều 7. Xử lý vi phạm
Giáo viên vi phạm bị xử lý theo quy định của pháp luật về viên chức.`,
    after: `QUYẾT ĐỊNH
Ban hành Quy định về quản lý dạy thêm, học thêm
HIỆU TRƯỞNG
Căn cứ Luật Giáo dục;
Căn cứ Thông tư số 29/2024/TT-BGDĐT;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Quy định về quản lý dạy thêm, học thêm.
Điều 2. Quyết định có hiệu lực kể từ ngày 14 tháng 02 năm 2025.
Điều 3. Các tổ trưởng và giáo viên chịu trách nhiệm thi hành Quyết định này.
HIỆU TRƯỞNG

QUY ĐỊNH
Về quản lý dạy thêm, học thêm
(Ban hành kèm theo Quyết định số 12/QĐ-THCS)
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Quy định này áp dụng cho giáo viên, nhân viên và học sinh của trường.
Điều 2. Giải thích từ ngữ
Dạy thêm là hoạt động dạy phụ thêm ngoài thời lượng quy định trong chương trình giáo dục phổ thông.
Điều 3. Nguyên tắc
1. Không ép buộc học sinh học thêm dưới mọi hình thức.
2. Không cắt giảm nội dung chính khóa để dạy thêm.
3. Giáo viên không trực tiếp thu tiền.
Chương II
TỔ CHỨC DẠY THÊM
Điều 4. Dạy thêm trong nhà trường
1. Nhà trường chỉ dạy thêm cho học sinh có kết quả học tập cuối học kỳ chưa đạt, học sinh được chọn bồi dưỡng và học sinh lớp cuối cấp.
2. Học sinh có đơn xin học thêm được cha mẹ ký.
3. Mỗi lớp không quá 45 học sinh; mỗi tuần không quá 2 tiết một môn.
4. Không thu tiền của học sinh.
Điều 5. Dạy thêm ngoài nhà trường
1. Giáo viên báo cáo Hiệu trưởng về môn học, địa điểm, thời gian dạy thêm.
2. Giáo viên không dạy thêm có thu tiền đối với học sinh đang học chính khóa với mình.
Chương III
TỔ CHỨC THỰC HIỆN
Điều 6. Kiểm tra và xử lý vi phạm
1. Phó Hiệu trưởng kiểm tra việc dạy thêm mỗi tháng một lần.
2. Giáo viên vi phạm bị xử lý theo quy định của pháp luật về viên chức.`,
    links: `dieu-1 dieu-1 unchanged
dieu-2 dieu-2 modified
dieu-3 dieu-3 unchanged
quy-dinh.dieu-1 quy-dinh.dieu-1 modified
· quy-dinh.dieu-2 added
quy-dinh.dieu-2.k1 quy-dinh.dieu-3.k1 modified
quy-dinh.dieu-2.k2 quy-dinh.dieu-3.k2 renumbered
quy-dinh.dieu-5.k2 quy-dinh.dieu-3.k3 moved
· quy-dinh.dieu-4.k1 added
quy-dinh.dieu-3.k1 quy-dinh.dieu-4.k2 renumbered
quy-dinh.dieu-3.k2 quy-dinh.dieu-4.k3 merged
quy-dinh.dieu-3.k3 quy-dinh.dieu-4.k3 merged
· quy-dinh.dieu-4.k4 added
quy-dinh.dieu-4.k1 quy-dinh.dieu-5.k1 renumbered
quy-dinh.dieu-4.k2 quy-dinh.dieu-5.k2 modified
quy-dinh.dieu-5.k1 · removed
quy-dinh.dieu-6 quy-dinh.dieu-6.k1 moved
quy-dinh.dieu-7 quy-dinh.dieu-6.k2 renumbered`,
  },
  {
    name: 'three articles put into two chapters',
    before: `QUY CHẾ HOẠT ĐỘNG CỦA BAN THANH TRA NHÂN DÂN
Điều 1. Nhiệm vụ
1. Giám sát việc thực hiện chính sách, pháp luật trong nhà trường.
2. Giám sát việc thực hiện quy chế dân chủ.
3. Tiếp nhận kiến nghị, phản ánh của viên chức, người lao động.
4. Kiến nghị với Hiệu trưởng khắc phục sai sót.
Điều 2. Quyền hạn
1. Yêu cầu Hiệu trưởng cung cấp thông tin, tài liệu cần thiết cho việc giám sát.
2. Kiến nghị bảo vệ quyền lợi của viên chức khi có dấu hiệu vi phạm.
3. Dự các cuộc họp liên quan đến nội dung giám sát.
Điều 3. Chế độ làm việc
1. Họp định kỳ mỗi quý một lần.
2. Báo cáo Ban Chấp hành Công đoàn về kết quả hoạt động.
3. Trưởng ban phân công nhiệm vụ cho các thành viên.
4. Kinh phí hoạt động do nhà trường bảo đảm, hạch toán vào chi thường xuyên.
5. Thành viên được bồi dưỡng theo quy định.
Điều 4. Trách nhiệm của Hiệu trưởng
1. Thông báo cho Ban những chủ trương, chính sách có liên quan.
2. Trả lời kiến nghị của Ban trong 15 ngày.`,
    after: `QUY CHẾ HOẠT ĐỘNG CỦA BAN THANH TRA NHÂN DÂN
Chương I
NHIỆM VỤ, QUYỀN HẠN
Điều 1. Nhiệm vụ, quyền hạn
1. Giám sát việc thực hiện chính sách, pháp luật và quy chế dân chủ trong nhà trường.
2. Tiếp nhận kiến nghị, phản ánh của viên chức, người lao động.
3. Kiến nghị với Hiệu trưởng khắc phục sai sót, xử lý người vi phạm.
4. Yêu cầu Hiệu trưởng cung cấp thông tin, tài liệu cần thiết cho việc giám sát.
5. Dự các cuộc họp liên quan đến nội dung giám sát.
Chương II
HOẠT ĐỘNG
Điều 2. Chế độ làm việc
1. Họp định kỳ mỗi tháng một lần.
2. Trưởng ban phân công nhiệm vụ cho các thành viên.
3. Báo cáo Ban Chấp hành Công đoàn về kết quả hoạt động trước ngày 25 tháng cuối quý.
Điều 3. Điều kiện bảo đảm
1. Kinh phí hoạt động do nhà trường bảo đảm, hạch toán vào chi thường xuyên.
2. Thành viên được bồi dưỡng theo quy định.
3. Nhà trường bố trí nơi tiếp viên chức.
Điều 4. Trách nhiệm của Hiệu trưởng
1. Thông báo cho Ban những chủ trương, chính sách có liên quan.
2. Trả lời kiến nghị của Ban trong 10 ngày làm việc.`,
    links: `dieu-1.k1 dieu-1.k1 merged
dieu-1.k2 dieu-1.k1 merged
dieu-1.k3 dieu-1.k2 renumbered
dieu-1.k4 dieu-1.k3 modified
dieu-2.k1 dieu-1.k4 moved
dieu-2.k2 · removed
dieu-2.k3 dieu-1.k5 moved
dieu-3.k1 dieu-2.k1 modified
dieu-3.k3 dieu-2.k2 renumbered
dieu-3.k2 dieu-2.k3 modified
dieu-3.k4 dieu-3.k1 moved
dieu-3.k5 dieu-3.k2 moved
· dieu-3.k3 added
dieu-4.k1 dieu-4.k1 unchanged
dieu-4.k2 dieu-4.k2 modified`,
  },
  {
    name: 'a regulation whose articles were joined',
    before: `QUY CHẾ VĂN THƯ
Điều 1. Tiếp nhận văn bản
1. Văn thư kiểm tra bì, dấu niêm phong, số lượng văn bản đến.
2. Văn bản mật do người được giao bóc bì.
3. Các nội dung khác thực hiện theo quy định của pháp luật.
Điều 2. Đăng ký văn bản
1. Mỗi văn bản đến được cấp một số theo thứ tự trong năm.
2. Cập nhật vào hệ thống quản lý văn bản trong ngày.
3. Các nội dung khác thực hiện theo quy định của pháp luật.
Điều 3. Soạn thảo
1. Người soạn thảo chịu trách nhiệm về nội dung.
2. Trưởng bộ phận ký nháy trước khi trình.
3. Văn bản trình ký gồm:
a) Phiếu trình;
b) Dự thảo văn bản;
c) Tài liệu liên quan.
4. Các nội dung khác thực hiện theo quy định của pháp luật.
Điều 4. Ký ban hành
Hiệu trưởng ký tất cả văn bản do nhà trường ban hành. Phó Hiệu trưởng được ký thay theo lĩnh vực phụ trách.
Điều 5. Quản lý con dấu
1. Con dấu do văn thư giữ, không giao cho người khác khi chưa có ý kiến bằng văn bản của Hiệu trưởng.
2. Chỉ đóng dấu vào văn bản có chữ ký trực tiếp của người có thẩm quyền.
3. Không đóng dấu khống chỉ.
Điều 6. Lưu trữ
1. Hồ sơ công việc được nộp vào lưu trữ trong 01 năm kể từ ngày kết thúc.
2. Thời hạn bảo quản theo bảng thời hạn do Bộ ban hành.`,
    after: `QUY CHẾ VĂN THƯ, LƯU TRỮ
Chương I
VĂN THƯ
Điều 1. Tiếp nhận, đăng ký văn bản đến
1. Văn thư kiểm tra bì, dấu niêm phong, số lượng văn bản đến.
2. Văn bản mật do người được giao bóc bì.
3. Mỗi văn bản đến được cấp một số theo thứ tự trong năm và cập nhật vào hệ thống quản lý văn bản trong ngày.
4. Các nội dung khác thực hiện theo quy định của pháp luật.
Điều 2. Quản lý con dấu, chữ ký số
1. Con dấu do văn thư giữ, không giao cho người khác khi chưa có ý kiến bằng văn bản của Hiệu trưởng.
2. Không đóng dấu khống chỉ; chỉ đóng dấu vào văn bản có chữ ký trực tiếp của người có thẩm quyền.
3. Thiết bị lưu khóa bí mật của cơ quan do văn thư quản lý.
Điều 3. Soạn thảo, trình ký
1. Người soạn thảo chịu trách nhiệm về nội dung, thể thức và độ mật của văn bản.
2. Văn bản trình ký gồm: phiếu trình; dự thảo văn bản; tài liệu liên quan.
3. Trưởng bộ phận ký nháy trước khi trình.
4. Các nội dung khác thực hiện theo quy định của pháp luật.
Điều 4. Ký ban hành
1. Hiệu trưởng ký tất cả văn bản do nhà trường ban hành.
2. Phó Hiệu trưởng được ký thay theo lĩnh vực phụ trách.
Chương II
LƯU TRỮ
Điều 5. Nộp lưu hồ sơ
1. Hồ sơ công việc được nộp vào lưu trữ trong thời hạn 01 năm, kể từ ngày công việc kết thúc.
2. Thời hạn bảo quản theo bảng thời hạn do Bộ trưởng ban hành.
3. Hồ sơ điện tử được nộp qua hệ thống.`,
    links: `dieu-1.k1 dieu-1.k1 unchanged
dieu-1.k2 dieu-1.k2 unchanged
dieu-2.k1 dieu-1.k3 merged
dieu-2.k2 dieu-1.k3 merged
dieu-2.k3 · removed
dieu-1.k3 dieu-1.k4 renumbered
dieu-5.k1 dieu-2.k1 renumbered
dieu-5.k2 dieu-2.k2 merged
dieu-5.k3 dieu-2.k2 merged
· dieu-2.k3 added
dieu-3.k1 dieu-3.k1 modified
dieu-3.k3 dieu-3.k2 merged
dieu-3.k3.a dieu-3.k2 merged
dieu-3.k3.b dieu-3.k2 merged
dieu-3.k3.c dieu-3.k2 merged
dieu-3.k2 dieu-3.k3 renumbered
dieu-3.k4 dieu-3.k4 unchanged
dieu-4 dieu-4.k1 split
dieu-4 dieu-4.k2 split
dieu-6.k1 dieu-5.k1 modified
dieu-6.k2 dieu-5.k2 modified
· dieu-5.k3 added`,
  },
  {
    name: 'a conference, points inserted, articles exchanged',
    before: `Điều 1. Hội nghị viên chức
1. Hội nghị được tổ chức mỗi năm một lần, vào đầu năm học.
2. Thành phần gồm toàn thể viên chức, người lao động.
3. Nội dung hội nghị:
a) Kiểm điểm việc thực hiện nghị quyết hội nghị năm trước;
b) Thảo luận kế hoạch năm học;
c) Bầu Ban Thanh tra nhân dân;
d) Ký giao ước thi đua.
4. Hội nghị hợp lệ khi có ít nhất 2/3 số người dự.
5. Nghị quyết được thông qua khi quá 50% số người dự tán thành.
Điều 2. Đối thoại
1. Hiệu trưởng đối thoại với viên chức định kỳ 6 tháng một lần.
2. Đối thoại đột xuất khi có ít nhất 10% viên chức đề nghị.
3. Biên bản đối thoại được niêm yết trong 3 ngày làm việc.
Điều 3. Hòm thư góp ý
Nhà trường đặt hòm thư góp ý tại cổng trường; Ban Thanh tra nhân dân mở hòm thư mỗi tuần một lần.`,
    after: `Điều 1. Hội nghị viên chức, người lao động
1. Hội nghị được tổ chức mỗi năm một lần, trong tháng 9; họp bất thường khi có 1/3 số viên chức đề nghị.
2. Thành phần gồm toàn thể viên chức, người lao động; đơn vị trên 100 người có thể họp đại biểu.
3. Hội nghị hợp lệ khi có ít nhất hai phần ba số người được triệu tập có mặt.
4. Nội dung hội nghị:
a) Kiểm điểm việc thực hiện nghị quyết hội nghị năm trước và quy chế dân chủ;
b) Thảo luận kế hoạch năm học;
c) Lấy phiếu tín nhiệm Hiệu trưởng;
d) Bầu Ban Thanh tra nhân dân;
đ) Ký giao ước thi đua.
5. Nghị quyết được thông qua khi có trên 50% tổng số người dự hội nghị tán thành.
Điều 2. Hòm thư góp ý
1. Hòm thư đặt tại cổng trường và trên trang thông tin điện tử.
2. Ban Thanh tra nhân dân mở hòm thư mỗi tuần một lần, ghi sổ và chuyển ý kiến đến người có trách nhiệm trả lời.
Điều 3. Đối thoại
1. Hiệu trưởng đối thoại với viên chức ba tháng một lần.
2. Đối thoại đột xuất khi có ít nhất 10% viên chức đề nghị.
3. Trong 3 ngày làm việc, biên bản đối thoại được niêm yết tại phòng hội đồng.`,
    links: `dieu-1.k1 dieu-1.k1 modified
dieu-1.k2 dieu-1.k2 modified
dieu-1.k4 dieu-1.k3 modified
dieu-1.k3 dieu-1.k4 renumbered
dieu-1.k3.a dieu-1.k4.a modified
dieu-1.k3.b dieu-1.k4.b renumbered
· dieu-1.k4.c added
dieu-1.k3.c dieu-1.k4.d renumbered
dieu-1.k3.d dieu-1.k4.đ renumbered
dieu-1.k5 dieu-1.k5 modified
· dieu-2.k1 added
dieu-3 dieu-2.k2 modified
dieu-2.k1 dieu-3.k1 modified
dieu-2.k2 dieu-3.k2 renumbered
dieu-2.k3 dieu-3.k3 modified`,
  },
];
