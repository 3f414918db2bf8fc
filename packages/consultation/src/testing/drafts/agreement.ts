/** A collective labour agreement: clauses counted 1.1, 1.2 within their article. */
export const agreement = `THỎA ƯỚC LAO ĐỘNG TẬP THỂ
Trường Mầm non tư thục Hoa Ban

Chúng tôi gồm có:
1. Đại diện người sử dụng lao động: Bà Chủ trường.
2. Đại diện tập thể lao động: Chủ tịch Công đoàn cơ sở.

CHƯƠNG I: QUY ĐỊNH CHUNG

Điều 1: Phạm vi áp dụng
1.1. Thỏa ước này quy định quan hệ lao động giữa nhà trường và toàn thể người lao động.
1.2. Những nội dung không nêu trong Thỏa ước thực hiện theo Bộ luật Lao động.

Điều 2: Thời hạn
Thỏa ước có thời hạn 02 năm kể từ ngày hai bên ký kết.

CHƯƠNG II: VIỆC LÀM VÀ TIỀN LƯƠNG

Điều 3: Hợp đồng lao động
3.1. Sau thời gian thử việc đạt yêu cầu, nhà trường ký hợp đồng lao động xác định thời hạn từ 12 tháng trở lên.
3.2. Người lao động làm việc liên tục từ 24 tháng được ký hợp đồng không xác định thời hạn.
3.3. Khi thay đổi cơ cấu, nhà trường báo trước ít nhất 30 ngày và trao đổi với Công đoàn cơ sở.

Điều 4: Tiền lương
4.1. Lương cơ bản trả vào ngày 05 hằng tháng bằng chuyển khoản.
4.2. Mỗi năm xét nâng lương một lần vào tháng 9:
a) Hoàn thành nhiệm vụ: tăng 5%;
b) Hoàn thành tốt nhiệm vụ: tăng 8%;
c) Hoàn thành xuất sắc: tăng 10%.
4.3. Làm thêm giờ vào ngày thường được trả 150% tiền lương giờ.

Điều 5: Thưởng
5.1. Thưởng tháng lương thứ mười ba cho người làm đủ 12 tháng.
5.2. Thưởng ngày 20/11: 1.000.000 đồng/người.
5.3. Thưởng ngày Quốc tế Phụ nữ 08/3: 500.000 đồng/người.

CHƯƠNG III: THỜI GIỜ LÀM VIỆC, NGHỈ NGƠI

Điều 6: Thời giờ làm việc
6.1. Không quá 08 giờ một ngày và 44 giờ một tuần.
6.2. Giáo viên trực trưa được tính 01 giờ làm việc và hưởng phụ cấp 50.000 đồng/buổi.

Điều 7: Nghỉ hằng năm
7.1. Người lao động có đủ 12 tháng làm việc được nghỉ 14 ngày hưởng nguyên lương.
7.2. Cứ 05 năm làm việc thì được nghỉ thêm 01 ngày.
7.3. Cha, mẹ đẻ hoặc con ốm nặng: được nghỉ thêm 03 ngày có lương.

CHƯƠNG IV: AN TOÀN, PHÚC LỢI

Điều 8: An toàn, vệ sinh lao động
8.1. Nhà trường trang bị đủ phương tiện bảo hộ cho nhân viên nấu ăn.
8.2. Khám sức khỏe định kỳ mỗi năm 01 lần cho toàn bộ người lao động.

Điều 9: Phúc lợi
9.1. Bữa ăn giữa ca trị giá không thấp hơn 25.000 đồng/suất.
9.2. Con của người lao động học tại trường được giảm 50% học phí.
9.3. Hằng năm tổ chức tham quan, nghỉ mát tối thiểu 02 ngày.

CHƯƠNG V: ĐIỀU KHOẢN THI HÀNH

Điều 10: Giải quyết tranh chấp
Khi có tranh chấp, hai bên cùng thương lượng trên tinh thần thiện chí; không đạt kết quả thì đề nghị hòa giải viên lao động giải quyết.

Điều 11: Hiệu lực
11.1. Thỏa ước có hiệu lực từ ngày ký.
11.2. Thỏa ước lập thành 05 bản có giá trị như nhau.

ĐẠI DIỆN TẬP THỂ LAO ĐỘNG | ĐẠI DIỆN NGƯỜI SỬ DỤNG LAO ĐỘNG
`;
