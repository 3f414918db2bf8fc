/** A resolution, the regulation it issues, and two appendices. */
export const resolution = `HỘI ĐỒNG TRƯỜNG
TRƯỜNG CAO ĐẲNG NGHỀ BIỂN BẠC

NGHỊ QUYẾT
Về việc ban hành Quy định hỗ trợ người học

HỘI ĐỒNG TRƯỜNG
Căn cứ Luật Giáo dục nghề nghiệp ngày 27 tháng 11 năm 2014;
Căn cứ Biên bản họp Hội đồng trường ngày 15 tháng 3 năm 2024,

QUYẾT NGHỊ:

Điều 1. Ban hành kèm theo Nghị quyết này Quy định về hỗ trợ người học của Trường Cao đẳng nghề Biển Bạc.
Điều 2. Nghị quyết có hiệu lực từ ngày 01 tháng 9 năm 2024.
Điều 3. Hiệu trưởng, trưởng các phòng, khoa và người học chịu trách nhiệm thi hành Nghị quyết này.

Nơi nhận:
- Như Điều 3;
- Lưu: VT.
TM. HỘI ĐỒNG TRƯỜNG
CHỦ TỊCH

QUY ĐỊNH
VỀ HỖ TRỢ NGƯỜI HỌC
(Ban hành kèm theo Nghị quyết số .../NQ-HĐT)

Chương I
QUY ĐỊNH CHUNG

Điều 1. Đối tượng hỗ trợ
1. Người học thuộc hộ nghèo, hộ cận nghèo.
2. Người học là người khuyết tật, mồ côi cả cha lẫn mẹ.
3. Người học có cha hoặc mẹ bị tai nạn lao động, suy giảm khả năng lao động từ 61% trở lên.

Điều 2. Nguyên tắc hỗ trợ
1. Công khai, đúng đối tượng, không trùng lặp với chính sách của Nhà nước.
2. Mức hỗ trợ được điều chỉnh theo khả năng của Quỹ.

Chương II
MỨC VÀ THỦ TỤC HỖ TRỢ

Điều 3. Mức hỗ trợ học phí
1. Hỗ trợ 70% học phí đối với người học nghề nặng nhọc, độc hại.
2. Hỗ trợ 50% học phí đối với các nghề còn lại.

Điều 4. Hỗ trợ chỗ ở
1. Miễn phí ký túc xá trong năm học đầu tiên.
2. Từ năm thứ hai được giảm 30% phí ký túc xá.

Điều 5. Hồ sơ
1. Đơn đề nghị theo mẫu tại Phụ lục I.
2. Bản sao giấy tờ chứng minh thuộc đối tượng quy định tại Điều 1 Quy định này.
3. Thời hạn nộp: trước ngày 30 tháng 9 hằng năm.

Điều 6. Trình tự xét
1. Phòng Công tác học sinh tiếp nhận, kiểm tra hồ sơ trong 05 ngày làm việc.
2. Hội đồng xét hỗ trợ họp, lập biên bản và công bố kết quả dự kiến trong 07 ngày.
3. Người học có quyền khiếu nại trong 10 ngày kể từ ngày công bố.

Chương III
TỔ CHỨC THỰC HIỆN

Điều 7. Trách nhiệm của các đơn vị
1. Phòng Kế hoạch - Tài chính bảo đảm nguồn kinh phí.
2. Các khoa phổ biến Quy định đến từng lớp.

Điều 8. Điều khoản chuyển tiếp
Hồ sơ đã nộp trước ngày Quy định có hiệu lực thì giải quyết theo quy định cũ.

PHỤ LỤC I
MẪU ĐƠN ĐỀ NGHỊ
(Kèm theo Quy định về hỗ trợ người học)
Kính gửi: Hội đồng xét hỗ trợ Trường Cao đẳng nghề Biển Bạc
1. Họ và tên người học, lớp, khóa.
2. Thuộc đối tượng: hộ nghèo, hộ cận nghèo, khuyết tật, mồ côi, đối tượng khác.
3. Cam kết của người học.

PHỤ LỤC II
MỨC HỖ TRỢ THEO NGHỀ
Nghề | Mức hỗ trợ
Hàn | 70%
Kế toán doanh nghiệp | 50%
`;
