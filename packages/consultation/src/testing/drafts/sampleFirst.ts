/** The first version of the internal spending regulation of a made-up school. */
export const sampleFirst = `---
draftId: sample-draft-v1
title: Quy chế chi tiêu nội bộ của Trường THPT Sông Ninh
documentType: quy-che
version: 1
versionLabel: Dự thảo lần 1
date: 2023-10-16
drafter: Tổ Văn phòng, Trường THPT Sông Ninh
consultFrom: 2023-10-18
consultTo: 2023-11-03
note: Văn bản giả định dùng cho minh hoạ; tên trường, số tiền và nhân sự không có thật.
---

SỞ GIÁO DỤC VÀ ĐÀO TẠO NAM ĐỊNH
**TRƯỜNG THPT SÔNG NINH**

**DỰ THẢO LẦN 1**

# QUY CHẾ CHI TIÊU NỘI BỘ

**Trường THPT Sông Ninh, áp dụng từ năm ngân sách 2024**

## Chương I. QUY ĐỊNH CHUNG

### Điều 1. Phạm vi điều chỉnh và đối tượng áp dụng

1. Quy chế này quy định về nguồn tài chính, nội dung chi, mức chi, phân phối kinh phí tiết kiệm và công khai tài chính của Trường THPT Sông Ninh (sau đây gọi là nhà trường).
2. Quy chế áp dụng đối với viên chức, người lao động làm việc theo hợp đồng tại nhà trường và các tổ chức, cá nhân có liên quan đến hoạt động văn hoá, giáo dục do nhà trường tổ chức.
3. Các nội dung không quy định tại Quy chế này thực hiện theo quy định hiện hành của Nhà nước.

### Điều 2. Căn cứ xây dựng Quy chế

1. Nghị định số 60/2021/NĐ-CP ngày 21/6/2021 của Chính phủ quy định cơ chế tự chủ tài chính của đơn vị sự nghiệp công lập.
2. Thông tư số 56/2022/TT-BTC ngày 16/9/2022 của Bộ trưởng Bộ Tài chính hướng dẫn một số nội dung về cơ chế tự chủ tài chính của đơn vị sự nghiệp công lập.
3. Thông tư số 40/2017/TT-BTC ngày 28/4/2017 của Bộ trưởng Bộ Tài chính quy định chế độ công tác phí, chế độ chi hội nghị.
4. Nghị quyết Hội nghị viên chức, người lao động năm học 2023-2024 của nhà trường.

### Điều 3. Mục đích và nguyên tắc

1. Tạo quyền chủ động trong quản lý, chi tiêu tài chính cho Hiệu trưởng và sự giám sát của tập thể viên chức, người lao động.
2. Mức chi trong Quy chế không vượt quá mức chi tối đa do cơ quan nhà nước có thẩm quyền quy định.
3. Các khoản chi phải có đủ hoá đơn, chứng từ hợp pháp, trừ các khoản khoán theo Quy chế này.
4. Ban Chấp hành Công đoàn tham gia xây dựng và giám sát việc thực hiện Quy chế.
5. Thực hành tiết kiệm, chống lãng phí; ưu tiên chi cho hoạt động dạy và học.

## Chương II. NGUỒN TÀI CHÍNH VÀ NỘI DUNG CHI

### Mục 1. NGUỒN TÀI CHÍNH

#### Điều 4. Nguồn tài chính của đơn vị

1. Kinh phí ngân sách nhà nước cấp:
a) Kinh phí giao thực hiện chế độ tự chủ;
b) Kinh phí giao không thực hiện chế độ tự chủ.
2. Nguồn thu sự nghiệp, gồm học phí và các khoản thu dịch vụ giáo dục theo nghị quyết của Hội đồng nhân dân tỉnh.
3. Nguồn tài trợ, viện trợ, ủng hộ tự nguyện theo quy định của pháp luật.

#### Điều 5. Nguyên tắc sử dụng nguồn tài chính

1. Thứ tự ưu tiên: chi cho con người; chi hoạt động chuyên môn; chi mua sắm, sửa chữa; chi khác.
2. Trích 40% số thu học phí để tạo nguồn cải cách tiền lương theo quy định.
3. Không sử dụng nguồn tài trợ để chi trả thu nhập tăng thêm.

### Mục 2. NỘI DUNG VÀ MỨC CHI

#### Điều 6. Thanh toán cá nhân

1. Tiền lương, phụ cấp lương và các khoản đóng góp theo lương được chi trả trước ngày 10 hằng tháng qua tài khoản cá nhân.
2. Tiền dạy thừa giờ được thanh toán một lần sau khi kết thúc năm học, trên cơ sở bảng kê số tiết có xác nhận của tổ chuyên môn và Phó Hiệu trưởng phụ trách.
3. Tiền làm thêm giờ của nhân viên chỉ thanh toán khi có giấy báo làm thêm được Hiệu trưởng duyệt trước; không quá 200 giờ trong một năm đối với một người.
4. Tiền công hợp đồng lao động thực hiện theo thoả thuận trong hợp đồng và quy định của pháp luật.

#### Điều 7. Chi nghiệp vụ chuyên môn

1. Chi bồi dưỡng học sinh giỏi: 60.000 đồng/tiết dạy; số tiết do tổ chuyên môn đề xuất, Hiệu trưởng phê duyệt.
2. Chi ra đề, coi thi, chấm thi học kỳ: không thanh toán riêng, tính vào định mức giờ dạy.
3. Chi hỗ trợ giáo viên hướng dẫn học sinh nghiên cứu khoa học, kỹ thuật: 1.000.000 đồng/đề tài đạt giải cấp tỉnh trở lên.
4. Mua tài liệu, thiết bị dạy học theo kế hoạch năm của các tổ chuyên môn.

#### Điều 8. Chế độ công tác phí

1. Phụ cấp lưu trú: 150.000 đồng/ngày/người khi đi công tác ngoài tỉnh.
2. Thanh toán tiền thuê phòng nghỉ theo hình thức khoán: 300.000 đồng/ngày/người ở các tỉnh, 400.000 đồng/ngày/người ở thành phố trực thuộc trung ương.
3. Khoán công tác phí theo tháng:
a) Kế toán, văn thư: 400.000 đồng/người/tháng;
b) Y tế, thư viện, thiết bị: 200.000 đồng/người/tháng;
c) Cán bộ quản lý: 500.000 đồng/người/tháng.
4. Người đi công tác phải nộp đủ giấy đi đường trong vòng 10 ngày kể từ ngày kết thúc chuyến công tác.

#### Điều 9. Chi hội nghị, hội thảo, tiếp khách

1. Chi nước uống tại hội nghị: 20.000 đồng/buổi/người.
2. Tiếp khách: không quá 200.000 đồng/suất, chỉ áp dụng đối với khách đến làm việc do Hiệu trưởng mời; số người tiếp không vượt quá số khách.
3. Không chi quà tặng bằng tiền ngân sách cho khách đến làm việc.

#### Điều 10. Chi dịch vụ công cộng, thông tin liên lạc và văn phòng phẩm

1. Điện, nước: thanh toán theo hoá đơn; các bộ phận tắt thiết bị khi hết giờ làm việc.
2. Văn phòng phẩm: khoán 300.000 đồng/giáo viên/năm học.
3. Điện thoại: hỗ trợ Hiệu trưởng 200.000 đồng/tháng; Phó Hiệu trưởng, kế toán 150.000 đồng/tháng.
4. Internet, chữ ký số, phần mềm quản lý: thanh toán theo hợp đồng.

#### Điều 11. Chi phúc lợi, thăm hỏi, hỗ trợ khó khăn

1. Thăm hỏi viên chức, người lao động:
a) Ốm đau phải nằm viện từ 05 ngày trở lên: 300.000 đồng/lần, không quá 02 lần/năm;
b) Cha, mẹ, vợ, chồng, con qua đời: 500.000 đồng và vòng hoa;
c) Kết hôn lần đầu: 500.000 đồng.
2. Chi ngày lễ, Tết: căn cứ số dư Quỹ phúc lợi, Hiệu trưởng quyết định sau khi thống nhất với Công đoàn.
3. Hỗ trợ khó khăn đột xuất: từ 500.000 đồng đến 2.000.000 đồng/trường hợp.

#### Điều 12. Mua sắm, sửa chữa và quản lý tài sản công

1. Việc mua sắm thực hiện theo quy định của pháp luật về đấu thầu và quản lý, sử dụng tài sản công.
2. Các gói mua sắm từ 20.000.000 đồng trở lên phải có ít nhất 03 báo giá và được công khai tại bảng tin của nhà trường.
3. Người được giao quản lý tài sản chịu trách nhiệm khi để mất mát, hư hỏng do lỗi chủ quan.

## Chương III. KINH PHÍ TIẾT KIỆM VÀ CÁC QUỸ

### Điều 13. Phân phối thu nhập tăng thêm và trích lập quỹ

1. Hằng năm, sau khi trang trải các khoản chi phí, phần chênh lệch thu lớn hơn chi được sử dụng như sau:
a) Chi thu nhập tăng thêm: không quá 60%;
b) Quỹ khen thưởng: 10%;
c) Quỹ phúc lợi: 25%;
d) Quỹ phát triển hoạt động sự nghiệp: phần còn lại.
2. Hệ số thu nhập tăng thêm theo kết quả xếp loại:
a) Hoàn thành xuất sắc nhiệm vụ: 1,2;
b) Hoàn thành tốt nhiệm vụ: 1,0;
c) Hoàn thành nhiệm vụ: 0,8;
d) Không hoàn thành nhiệm vụ: 0.
3. Thu nhập tăng thêm được tạm chi mỗi năm một lần vào dịp Tết Nguyên đán.

## Chương IV. CÔNG KHAI, GIÁM SÁT VÀ ĐIỀU KHOẢN THI HÀNH

### Điều 14. Công khai tài chính và trách nhiệm giải trình

1. Nhà trường công khai dự toán, quyết toán thu, chi mỗi năm một lần tại bảng tin và tại Hội nghị viên chức, người lao động; thời gian niêm yết là 15 ngày.
2. Hiệu trưởng, kế toán có trách nhiệm trả lời bằng văn bản kiến nghị của viên chức, người lao động về tài chính trong thời hạn 15 ngày làm việc.

### Điều 15. Giám sát thực hiện Quy chế

1. Ban Thanh tra nhân dân kiểm tra việc thực hiện Quy chế ít nhất mỗi năm một lần và báo cáo trước Hội nghị viên chức, người lao động.
2. Viên chức, người lao động có quyền đề nghị cung cấp thông tin về các khoản chi liên quan đến quyền lợi của mình.

### Điều 16. Hiệu lực thi hành

1. Quy chế này có hiệu lực kể từ ngày 01 tháng 01 năm 2024 và thay thế Quy chế chi tiêu nội bộ năm 2023.
2. Trong quá trình thực hiện, nếu có vướng mắc, các tổ chuyên môn, bộ phận phản ánh về Tổ Văn phòng để tổng hợp, trình Hiệu trưởng xem xét, sửa đổi, bổ sung.

**Nơi nhận:**
- Sở GDĐT (để báo cáo);
- Kho bạc Nhà nước nơi giao dịch;
- Ban Chấp hành Công đoàn;
- Các tổ chuyên môn, bộ phận;
- Lưu: VT, KT.

**HIỆU TRƯỞNG**
`;
