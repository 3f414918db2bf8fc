export const checking = {
  'checking.title': 'Kiểm tra phiếu và kết quả',
  'checking.lead':
    'Máy của quý vị tải mọi thứ đã công bố về khảo sát này và tự kiểm tra. Mã biên nhận không được gửi đi đâu; ai kiểm tra cũng tải đúng những tệp ấy.',
  'checking.code': 'Mã biên nhận (không bắt buộc)',
  'checking.codeHint': 'Sáu nhóm, mỗi nhóm năm chữ, hoặc cả liên kết trong mã QR. Để trống thì chỉ kiểm tra khảo sát.',
  'checking.do': 'Kiểm tra',
  'checking.busy': 'Đang tải và kiểm tra…',
  'checking.useSaved': 'Dùng mã đã lưu trên máy này',
  'checking.removeSaved': 'Xóa khỏi máy này',
  'checking.wrongCode': 'Mã chưa đúng. Xin so lại từng nhóm với bản đã ghi.',
  'checking.away': 'Chưa tải được hết các tệp. Xin thử lại khi có mạng.',
  'checking.sheetGood': 'Phiếu của quý vị',
  'checking.sheetWrong': 'Có điều không khớp với phiếu của quý vị',
  'checking.surveyGood': 'Khảo sát khớp với những gì đã công bố',
  'checking.surveyWrong': 'Khảo sát có điều không khớp',
  'checking.tell': 'Hãy giữ mã biên nhận và báo cho đơn vị tổ chức hoặc Ban Thanh tra nhân dân; đừng gửi kèm mã.',
  'checking.howCounted': 'Xem phiếu đã được đếm thế nào',
  'checking.howCountedLead':
    'Đây là những gì các bảng đếm ghi cho mã này. Nếu khác với điều quý vị đã trả lời, phiếu đã bị đếm sai.',
  'checking.chosen': 'Có chọn',
  'checking.notAsked': 'Không được hỏi',
  'checking.invite': 'Ai cũng kiểm tra được',
  'checking.inviteText':
    'Máy của quý vị đếm lại từng con số đã công bố và tìm phiếu của quý vị theo mã biên nhận, không phải tin ai.',
  'checking.inviteLink': 'Kiểm tra kết quả này',
  'checking.steps': 'Từng bước đã kiểm tra',
  'checking.noScript':
    'Trang này cần JavaScript, vì việc kiểm tra diễn ra trên máy của quý vị. Cũng có thể kiểm tra bằng lệnh npm run verify.',
  'checking.keep': 'Giữ trang kiểm tra này trên máy',
  'checking.keepText':
    'Một tệp HTML làm được mọi việc của trang này, kể cả khi trang này không còn: quý vị mở tệp trên máy của mình và kiểm tra qua mạng, hoặc với bản sao nhật ký đã tải về.',
  'checking.keepLink': 'Tải tệp kiểm tra',
  'checking.keepHash':
    'Mã SHA-256 của tệp. Nơi nào dùng cùng phiên bản cũng phải cho đúng mã này; nếu khác, có nơi đưa ra tệp khác.',
  'checking.fileLead':
    'Tệp này đếm lại một khảo sát ngay trên máy của quý vị. Nó chỉ đọc những tệp mà ai kiểm tra cũng đọc; mã biên nhận không được gửi đi đâu.',
  'checking.place': 'Lấy dữ liệu đã công bố từ đâu?',
  'checking.placeWeb': 'Qua mạng, từ nơi tổ chức',
  'checking.placeFiles': 'Từ bản sao nhật ký trên máy này',
  'checking.address': 'Địa chỉ trang kiểm tra',
  'checking.addressHint':
    'Dạng https://…/kiem-tra/…. Để trống nếu quý vị dán cả liên kết trong mã QR vào ô mã biên nhận.',
  'checking.wrongAddress': 'Chưa rõ là khảo sát nào. Xin ghi địa chỉ trang kiểm tra của khảo sát.',
  'checking.folder': 'Thư mục bản sao',
  'checking.folderHint': 'Chọn thư mục có hai tệp checkpoint và entries. Tệp nén thì giải nén trước.',
  'checking.files': 'Hoặc chọn từng tệp của một khảo sát',
  'checking.filesHint': 'checkpoint, entries, opening, definition, tree, leaves, và release-…, tables-… nếu có.',
  'checking.noSurvey': 'Chưa có khảo sát nào trong các tệp đã chọn.',
  'checking.survey': 'Khảo sát',
} as const;
