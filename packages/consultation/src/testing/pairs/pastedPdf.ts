import type { Pair } from './pair.ts';

/** Rules copied out of a PDF: lines broken in the middle of a sentence, page numbers, a running head on each page. */
const before = `QUY ĐỊNH
Về việc dạy thêm, học thêm trong nhà trường

Điều 1. Phạm vi điều chỉnh
1. Quy định này quy định về hoạt động dạy thêm, học
thêm trong và ngoài nhà trường; trách nhiệm của giáo
viên và quyền của học sinh, phụ huynh học sinh.
2. Các hoạt động bồi dưỡng học sinh giỏi, ôn thi cuối
cấp do nhà trường tổ chức không thu tiền không thuộc
phạm vi điều chỉnh của Quy định này.
Điều 2. Nguyên tắc
1. Việc dạy thêm, học thêm chỉ được thực hiện khi học
sinh có nhu cầu và được phụ huynh đồng ý bằng văn bản;
không được dùng bất cứ hình thức nào để ép buộc.

- 2 -

2. Nội dung dạy thêm không được cắt giảm từ chương
trình chính khóa; giáo viên không được dạy trước nội
dung của chương trình so với kế hoạch giáo dục của
nhà trường.
3. Giáo viên không được dạy thêm có thu tiền đối với
học sinh mà giáo viên đang trực tiếp dạy trên lớp.
Điều 3. Trách nhiệm của Hiệu trưởng
a) Kiểm tra việc dạy thêm ít nhất một lần trong mỗi
học kỳ và công khai kết quả kiểm tra;
b) Tiếp nhận, trả lời phản ánh của phụ huynh trong

- 3 -

thời hạn 05 ngày làm việc kể từ ngày nhận được;
c) Xử lý vi phạm theo thẩm quyền.
Điều 4. Hiệu lực thi hành
Quy định này có hiệu lực từ ngày 01 tháng 9 năm 2025.
Các tổ chuyên môn chịu trách nhiệm thi hành Quy định
này.
`;
const after = before
  .replace('bằng văn bản;\nkhông được dùng', 'bằng văn bản\nhoặc tin nhắn; không được dùng')
  .replace(
    'c) Xử lý vi phạm theo thẩm quyền.',
    'c) Xử lý vi phạm theo thẩm quyền;\nd) Báo cáo Phòng Giáo dục và Đào tạo trước ngày 30\ntháng 5 hằng năm.',
  )
  .replace('3. Giáo viên không được', '3. Không tổ chức dạy thêm cho học sinh tiểu học.\n4. Giáo viên không được');

export const pastedPdf: Pair = {
  name: 'rules copied out of a PDF, with broken lines and numbers of pages',
  before,
  after,
  links: `dieu-1.k1 dieu-1.k1 unchanged
dieu-1.k2 dieu-1.k2 unchanged
dieu-2.k1 dieu-2.k1 modified
dieu-2.k2 dieu-2.k2 unchanged
· dieu-2.k3 added
dieu-2.k3 dieu-2.k4 renumbered
dieu-3.a dieu-3.a unchanged
dieu-3.b dieu-3.b unchanged
dieu-3.c dieu-3.c orthographic
· dieu-3.d added
dieu-4 dieu-4 orthographic`,
};
