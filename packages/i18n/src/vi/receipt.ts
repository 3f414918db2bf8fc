export const receipt = {
  'receipt.code': 'Mã biên nhận',
  'receipt.codeText': 'Dùng để kiểm tra phiếu của quý vị đã được đếm. Hệ thống không giữ bản nào của mã.',
  'receipt.onceOnly': 'Mã chỉ có trong thẻ này: rời trang hoặc tải lại là mất.',
  'receipt.secret': 'Ai có mã này xem được quý vị đã trả lời thế nào: đừng đưa cho ai.',
  'receipt.doubt':
    'Giấy hẹn của hòm phiếu không khớp với phiếu vừa gửi. Hãy giữ mã này và báo cho đơn vị tổ chức; đừng gửi kèm mã.',
  'receipt.qr': 'Mã QR của biên nhận',
  'receipt.qrText': 'Mã QR chứa thêm giấy hẹn có chữ ký của hòm phiếu. In hoặc chụp lại thì kiểm tra được đầy đủ hơn.',
  'receipt.copy': 'Sao chép mã',
  'receipt.copied': 'Đã sao chép mã.',
  'receipt.copyFailed': 'Chưa sao chép được; xin chép tay.',
  'receipt.print': 'In biên nhận',
  'receipt.save': 'Lưu trên máy này',
  'receipt.saved': 'Đã lưu. Ai dùng máy này cũng mở ra được.',
  'receipt.saveFailed': 'Trình duyệt không cho lưu; xin chép hoặc in.',
  'receipt.kept': 'Máy này đang lưu một mã biên nhận của khảo sát này.',
  'receipt.useKept': 'Mở mã đã lưu để kiểm tra',
  'receipt.remove': 'Xóa khỏi máy này',
  'receipt.removed': 'Đã xóa khỏi máy này.',
  'receipt.withoutSure': 'Bỏ mã này? Bỏ rồi thì không lấy lại được.',
  'receipt.without': 'Không cần mã biên nhận',
  'receipt.check': 'Kiểm tra phiếu',
  'receipt.checkWhen':
    'Quét mã QR, hoặc mở mã đã lưu trên máy, thì sau đợt mở hòm phiếu gần nhất thấy phiếu đã được ghi nhận. Sau khi công bố kết quả thì mã gõ tay cũng cho thấy phiếu đã được đếm.',
  'receipt.noScript':
    'Trình duyệt này không chạy JavaScript nên không có mã biên nhận: mã phải được tạo trên máy của quý vị. Phiếu vẫn được nhận và đếm như mọi phiếu.',
  'receipt.none': 'Lần này không có mã biên nhận',
  'receipt.noneText':
    'Mã được tạo trên máy của quý vị khi gửi, và chỉ hiện một lần ngay sau đó. Không có mã, phiếu vẫn được nhận và đếm như mọi phiếu; chỉ không tự kiểm tra được.',
  'receipt.noted': 'Mã khôi phục cũng là mã biên nhận',
  'receipt.notedText':
    'Không còn cần mã khôi phục để gửi. Giữ lại mã ấy thì kiểm tra được phiếu của quý vị đã được đếm; không muốn kiểm tra thì hủy đi.',
  'receipt.notedQr': 'Tạo mã QR để in',
  'receipt.notedQrText':
    'Gõ lại mã khôi phục để có mã QR kèm giấy hẹn có chữ ký của hòm phiếu. Mã gõ ở đây không được gửi đi đâu.',
  'receipt.notedDo': 'Tạo mã QR',
  'receipt.wrongCode': 'Mã này không phải của phiếu vừa gửi. Xin so lại với bản đã ghi.',
  'receipt.paperOf': 'Khảo sát',
  'receipt.paperBy': 'Đơn vị hỏi',
  'receipt.paperUntil': 'Nhận phiếu đến',
  'receipt.paperWhere': 'Kiểm tra tại',
} as const;
