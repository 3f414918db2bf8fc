/** Rules for pupils: articles with dashes, with one paragraph, with clauses. */
export const rules = `TRƯỜNG THCS ĐỒI CHÈ

NỘI QUY HỌC SINH
Năm học 2024 - 2025

Điều 1. Giờ giấc
- Có mặt tại trường trước giờ vào lớp 10 phút.
- Nghỉ học phải có đơn xin phép của cha mẹ.
- Không ra khỏi trường trong giờ học khi chưa được phép.

Điều 2. Trang phục
Mặc đồng phục vào thứ hai, thứ tư và thứ sáu; các ngày khác mặc áo có cổ, quần dài, đi dép có quai hậu.

Điều 3. Tác phong, ngôn ngữ
1. Lễ phép với thầy cô giáo, nhân viên, khách đến trường.
2. Không nói tục, chửi thề, không nhuộm tóc, không sơn móng tay.
3. Đoàn kết, giúp đỡ bạn; không kỳ thị bạn khuyết tật, bạn có hoàn cảnh khó khăn.

Điều 4. Học tập
1. Chuẩn bị bài đầy đủ trước khi đến lớp.
2. Trung thực trong kiểm tra, thi cử.
3. Tham gia đầy đủ các hoạt động trải nghiệm, ngoại khóa do nhà trường tổ chức.

Điều 5. Sử dụng điện thoại
1. Điện thoại để chế độ im lặng và cất trong tủ lớp trong suốt buổi học.
2. Chỉ sử dụng khi giáo viên cho phép để phục vụ học tập.
3. Không quay phim, chụp ảnh người khác khi chưa được đồng ý; không đăng thông tin xúc phạm người khác lên mạng xã hội.

Điều 6. Bảo vệ của công, môi trường
1. Giữ gìn bàn ghế, thiết bị; làm hỏng phải bồi thường.
2. Bỏ rác đúng nơi quy định, phân loại rác tại lớp.
3. Tiết kiệm điện, nước.

Điều 7. An toàn
1. Đi xe đạp điện phải đội mũ bảo hiểm.
2. Không mang vật sắc nhọn, chất cháy nổ, chất kích thích vào trường.
3. Không tự ý tắm sông, suối, ao, hồ.

Điều 8. Những hành vi bị cấm
Học sinh không được:
a) Đánh nhau, gây rối trật tự trong và ngoài trường;
b) Hút thuốc lá, thuốc lá điện tử, uống rượu, bia;
c) Đánh bạc, vận chuyển, tàng trữ ma túy;
d) Lưu hành văn hóa phẩm độc hại.

Điều 9. Khen thưởng, kỷ luật
1. Học sinh thực hiện tốt được tuyên dương dưới cờ, ghi vào sổ theo dõi.
2. Học sinh vi phạm, tùy mức độ:
a) Nhắc nhở;
b) Phê bình và thông báo với cha mẹ;
c) Tạm dừng học ở trường có thời hạn.

Điều 10. Trách nhiệm của cha mẹ học sinh
Cha mẹ phối hợp với giáo viên chủ nhiệm, dự đủ các buổi họp và ký cam kết thực hiện Nội quy này.

HIỆU TRƯỞNG
`;
