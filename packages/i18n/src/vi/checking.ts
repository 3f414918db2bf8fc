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
} as const;
