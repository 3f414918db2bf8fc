/** The public front page, and what every public page carries around itself. */
export const home = {
  'home.title': 'Nói thật mà không sợ lộ tên',
  'home.lead':
    'Dân Bàn giúp nhà trường, công đoàn và Mặt trận lấy ý kiến bằng phiếu ẩn danh: ai cũng nói được, kết quả không chỉ ra một người nào, và mọi người cùng xem.',
  'home.signIn': 'Đăng nhập dành cho người tổ chức',
  'home.haveLink': 'Được mời trả lời? Chỉ cần mở liên kết hoặc quét mã QR đã nhận, không cần tài khoản.',
  'home.motto': 'Dân biết, dân bàn, dân kiểm tra',
  'home.know': 'Biết',
  'home.knowText':
    'Ai hỏi, hỏi để làm gì, ai sẽ đọc: ghi ngay trước câu đầu tiên. Kết quả công bố thì ai cũng xem được.',
  'home.discuss': 'Bàn',
  'home.discussText': 'Trả lời trên điện thoại cũ cũng được, vài phút là xong. Câu nào không muốn trả lời thì bỏ qua.',
  'home.inspect': 'Kiểm tra',
  'home.inspectText':
    'Câu hỏi được khóa lại khi mở, không ai sửa được nữa. Kết quả đã công bố cũng giữ nguyên như lúc đếm.',
  'home.how': 'Cách phiếu được tách khỏi người trả lời',
  'home.how.1': 'Không hỏi tên, không tài khoản',
  'home.how.1Text': 'Trang trả lời không dùng cookie, không lưu địa chỉ máy, loại điện thoại hay giờ gửi.',
  'home.how.2': 'Phiếu được niêm phong',
  'home.how.2Text':
    'Phiếu gửi đến được khóa kín rồi trộn lẫn trước khi mở. Không còn thứ tự, không còn ai trước ai sau.',
  'home.how.3': 'Chỉ có số đếm',
  'home.how.3Text': 'Không ai đọc từng phiếu. Lãnh đạo chỉ xem bảng tổng hợp, và chỉ sau khi khảo sát đóng.',
  'home.how.4': 'Nhóm nhỏ thì không nêu',
  'home.how.4Text': 'Đơn vị có quá ít phiếu không hiện số riêng, để không thể đoán ra người trả lời.',
  'home.published': 'Kết quả đã công bố',
  'home.closedOn': 'đóng ngày {date}',
  'public.skip': 'Đến nội dung chính',
  'public.otherLang': 'English',
  'public.foot': 'Dân Bàn: hỏi ý kiến, giữ kín người trả lời, công khai kết quả.',
} as const;
