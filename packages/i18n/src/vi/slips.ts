/** Printed slips: making, printing and voiding them. */
export const slips = {
  'slips.title': 'Phiếu mã',
  'slips.lead':
    'Mỗi phiếu mã cho một người trả lời một lần và chỉ cho biết đơn vị. Phiếu không có tên, không có số thứ tự; hệ thống không ghi ai nhận phiếu nào.',
  'slips.none': 'Chưa in phiếu mã nào, nên chưa ai vào trả lời được.',
  'slips.printed': 'Đã in {count} phiếu mã.',
  'slips.way': 'In, thêm, đổi phiếu mã',
  'slips.wayFirst': 'In phiếu mã',
  'slips.link': 'Liên kết này chỉ mở tờ phiếu; muốn gửi phải có mã trên phiếu mã. Ai gõ tay thì gõ địa chỉ này.',
  'slips.unit': 'Đơn vị',
  'slips.people': 'Số người',
  'slips.there': 'Đã in',
  'slips.wanted': 'In thêm',
  'slips.wantedFor': 'In thêm cho {unit}',
  'slips.own': '{name} (người thuộc trực tiếp)',
  'slips.suggested': 'Các số điền sẵn lấy theo số người của từng đơn vị, trừ đi số đã in. Nên in dư vài phiếu để đổi.',
  'slips.many': 'Mỗi lần in nhiều nhất {most} phiếu; in làm nhiều lần cũng được.',
  'slips.start': 'In phiếu mã…',
  'slips.once': 'Mã chỉ hiện một lần.',
  'slips.onceText':
    'Trang sau hiện các mã để in ngay. Rời trang đó rồi thì không ai xem lại được, kể cả người quản trị: hệ thống chỉ giữ dấu băm.',
  'slips.onceReady': 'Hãy chuẩn bị máy in, và đừng lưu thành tệp: ai có tệp là có mọi phiếu.',
  'slips.submit': 'Tạo mã và xem tờ in',
  'slips.nothing': 'Xin ghi số phiếu cần in cho ít nhất một đơn vị.',
  'slips.sheet': '{count} phiếu mã để in',
  'slips.sheetText':
    'In ngay, rồi cắt theo đường đứt nét. Úp mặt, xáo lẫn, để mỗi người tự rút một phiếu; đừng phát theo danh sách và đừng chụp lại.',
  'slips.printNow': 'In các phiếu này',
  'slips.done': 'Đã in xong, đóng tờ in',
  'slips.doneText': 'Bấm sau khi giấy đã ra đủ: đóng rồi thì các mã này không hiện lại được nữa.',
  'slips.cover': 'Xấp phiếu mã: {unit}',
  'slips.coverText':
    '{count} phiếu. Cắt theo đường đứt nét, úp mặt, xáo lẫn, để mỗi người tự rút một phiếu. Không ghi ai rút phiếu nào. Phiếu thừa thì hủy.',
  'slips.invite': 'Mời trả lời: {title}',
  'slips.code': 'Mã trên phiếu',
  'slips.how': 'Quét mã QR, hoặc gõ {url} rồi gõ mã này:',
  'slips.opens': 'Nhận phiếu từ {opens} đến {closes}.',
  'slips.until': 'Nhận phiếu đến {closes}.',
  'slips.promise': 'Dùng một lần. Phiếu không có tên; không ai ghi phiếu này ở tay ai.',
  'slips.qr': 'Mã QR của một phiếu mã',
  'slips.void': 'Đổi một phiếu hỏng hoặc in lỗi',
  'slips.voidText':
    'Gõ mã của phiếu chưa dùng để hủy nó và in một phiếu khác cùng đơn vị. Phiếu đã dùng thì không đổi được. Phiếu mất hẳn, không còn mã, thì không hủy được: ai nhặt được vẫn dùng được.',
  'slips.voidSeen':
    'Mỗi lần thử đều ghi vào nhật ký, dù kết quả ra sao, và mỗi ngày chỉ được {most} lần: việc này cho biết một phiếu đã dùng hay chưa.',
  'slips.voidCode': 'Mã của phiếu cần hủy',
  'slips.voidReplace': 'In một phiếu khác thay vào',
  'slips.voidSubmit': 'Hủy phiếu này',
  'slips.voided': 'Đã hủy phiếu mã đó.',
  'slips.discard': 'Bỏ hết các phiếu đã in',
  'slips.discardText':
    'Dùng khi in hỏng hoặc để lộ cả xấp. Mọi phiếu đã in hết dùng được, phải in lại từ đầu. Chỉ làm được trước giờ mở, khi chưa ai dùng được phiếu nào.',
  'slips.discardSubmit': 'Bỏ hết {count} phiếu',
  'slips.discarded': 'Đã bỏ hết các phiếu mã cũ.',
  'slips.unschedule': 'Các phiếu mã đã in hết dùng được và phải in lại, vì nội dung và đơn vị có thể đổi.',
  'slips.consequence':
    'Chỉ người có phiếu mã trả lời được; in phiếu mã sau khi mở, hoặc hẹn giờ mở rồi in trước.',
} as const;
