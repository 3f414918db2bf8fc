/** A regulation on democracy in a primary school: chapters with titles of their own, Mục, points right below an article. */
export const democracy = `LIÊN ĐOÀN LAO ĐỘNG TỈNH
CÔNG ĐOÀN TRƯỜNG TIỂU HỌC BẾN GIÁ

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

QUY CHẾ
Thực hiện dân chủ trong hoạt động của nhà trường
(Dự thảo)

Căn cứ Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15 ngày 10 tháng 11 năm 2022;
Căn cứ Thông tư số 11/2020/TT-BGDĐT ngày 19 tháng 5 năm 2020 của Bộ trưởng Bộ Giáo dục và Đào tạo;
Theo đề nghị của Ban Chấp hành Công đoàn,

CHƯƠNG I
NHỮNG QUY ĐỊNH CHUNG

Điều 1. Phạm vi và đối tượng
1. Quy chế này quy định quyền và trách nhiệm của cán bộ, giáo viên, nhân viên và người học trong việc thực hiện dân chủ tại Trường Tiểu học Bến Giá.
2. Quy chế áp dụng đối với mọi thành viên của nhà trường, cha mẹ học sinh và tổ chức có quan hệ công tác với nhà trường.

Điều 2. Nguyên tắc thực hiện dân chủ
1. Bảo đảm sự lãnh đạo của chi bộ, trách nhiệm của Hiệu trưởng và vai trò của các đoàn thể.
2. Dân chủ đi đôi với kỷ cương, trật tự, trong khuôn khổ Hiến pháp và pháp luật.
3. Nghiêm cấm trù dập người góp ý, lợi dụng dân chủ để xuyên tạc, gây mất đoàn kết.

CHƯƠNG II
TRÁCH NHIỆM THỰC HIỆN DÂN CHỦ

Mục 1
TRÁCH NHIỆM CỦA HIỆU TRƯỞNG

Điều 3. Trách nhiệm của Hiệu trưởng
Hiệu trưởng có trách nhiệm:
a) Quản lý và điều hành mọi hoạt động của nhà trường, chịu trách nhiệm trước pháp luật và cấp trên về toàn bộ hoạt động đó;
b) Tổ chức hội nghị viên chức, người lao động mỗi năm học một lần vào đầu năm học;
c) Lắng nghe và tiếp thu ý kiến của cá nhân, tổ chức, đoàn thể; giải quyết kịp thời những kiến nghị đúng thẩm quyền;
d) Thực hiện chế độ công khai về chất lượng giáo dục, điều kiện bảo đảm chất lượng và thu, chi tài chính;
đ) Gương mẫu, đi đầu trong việc đấu tranh chống những biểu hiện quan liêu, tham nhũng, lãng phí;
e) Bảo vệ danh dự, quyền và lợi ích hợp pháp của giáo viên, nhân viên.

Điều 4. Những việc Hiệu trưởng phải lấy ý kiến trước khi quyết định
1. Kế hoạch phát triển, tuyển sinh, dạy học và nghiên cứu của nhà trường.
2. Quy trình quản lý đào tạo, các vấn đề về tổ chức bộ máy và nội quy, quy chế.
3. Kế hoạch xây dựng cơ sở vật chất, kế hoạch tuyển dụng, đào tạo, bồi dưỡng.
4. Quy chế chi tiêu nội bộ và phương án sử dụng quỹ phúc lợi.

Mục 2
TRÁCH NHIỆM CỦA GIÁO VIÊN, NHÂN VIÊN

Điều 5. Quyền của giáo viên, nhân viên
1. Được biết những nội dung quy định tại Điều 7 của Quy chế này.
2. Được tham gia ý kiến trực tiếp hoặc thông qua tổ chuyên môn, đoàn thể về các nội dung quy định tại
Điều 4 của Quy chế này.
3. Được giám sát, kiểm tra thông qua Ban Thanh tra nhân dân.

Điều 6. Trách nhiệm của giáo viên, nhân viên
1. Chấp hành nghiêm nhiệm vụ được phân công; nếu không đồng ý có quyền bảo lưu ý kiến nhưng phải chấp hành.
2. Kiên quyết đấu tranh chống những hiện tượng bè phái, mất đoàn kết, cửa quyền.
3. Giữ gìn phẩm chất, danh dự, uy tín nhà giáo; tôn trọng đồng nghiệp và người học.

CHƯƠNG III
CÔNG KHAI VÀ GIÁM SÁT

Điều 7. Nội dung phải công khai
1. Những chủ trương, chính sách, chế độ của Đảng và Nhà nước đối với nhà giáo.
2. Kế hoạch năm học, kết quả thi đua, khen thưởng, kỷ luật.
3. Dự toán, quyết toán kinh phí hằng năm:
a) Kinh phí ngân sách cấp;
b) Các khoản thu hộ, chi hộ;
c) Nguồn xã hội hóa.
4. Kết quả giải quyết khiếu nại, tố cáo trong nhà trường.

Điều 8. Hình thức và thời gian công khai
1. Niêm yết tại bảng tin của nhà trường ít nhất 20 ngày liên tục.
2. Thông báo tại cuộc họp hội đồng giáo dục hằng tháng.
3. Đăng trên trang thông tin điện tử của nhà trường.

Điều 9. Giám sát của Ban Thanh tra nhân dân
Ban Thanh tra nhân dân giám sát việc thực hiện Quy chế, báo cáo kết quả tại hội nghị viên chức, người lao động.

CHƯƠNG IV
ĐIỀU KHOẢN THI HÀNH

Điều 10. Tổ chức thực hiện
1. Các tổ chuyên môn, đoàn thể phổ biến Quy chế này đến từng thành viên.
2. Tập thể, cá nhân thực hiện tốt được khen thưởng; vi phạm thì tùy mức độ mà phê bình hoặc xử lý kỷ luật.

Điều 11. Hiệu lực
Quy chế này có hiệu lực kể từ ngày ký và thay thế các quy định trước đây trái với Quy chế này./.

Nơi nhận:
- Phòng GDĐT (để báo cáo);
- Các tổ chuyên môn;
- Lưu: VT.
HIỆU TRƯỞNG
`;
