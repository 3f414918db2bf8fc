export const urgent = {
  'urgent.title': 'Nhắn tin khẩn',
  'urgent.link': 'Nhắn tin khẩn cho người phụ trách bảo vệ trẻ em',
  'urgent.linkHint': '(mở ở trang riêng, không thuộc phiếu)',
  'urgent.lead':
    'Dành cho việc không chờ được: một em nhỏ bị đánh, bị xâm hại, bị ép buộc, hoặc có ý làm hại chính mình.',
  'urgent.call': 'Đang nguy hiểm thì gọi, đừng viết. Gọi 111 không mất tiền, có người nghe cả ngày lẫn đêm.',
  'urgent.notAnswer': 'Tin này không thuộc phiếu trả lời.',
  'urgent.notAnswerText':
    'Hệ thống không ghi gì để nối tin này với phiếu trả lời. Nhưng những gì viết ra thì người đọc biết: tin này không ẩn danh về nội dung.',
  'urgent.who': 'Ai đọc:',
  'urgent.whoText':
    'chỉ {name}, người phụ trách bảo vệ trẻ em, qua thư điện tử gửi đi ngay. Đơn vị tổ chức khảo sát và lãnh đạo không đọc được trên hệ thống này.',
  'urgent.phone': 'Gọi trực tiếp cho {name}:',
  'urgent.kept': 'Giữ lại gì:',
  'urgent.keptText':
    'tin được niêm phong cho đến khi thư gửi xong, rồi xóa ở đây; sau đó chỉ còn trong hộp thư của người nhận. Thư có ghi giờ gửi; địa chỉ mạng và loại máy thì không.',
  'urgent.message': 'Chuyện gì đang xảy ra?',
  'urgent.messageHint': 'Ai cần được giúp, ở đâu, từ khi nào. Biết đến đâu viết đến đó, tối đa {max} ký tự.',
  'urgent.reach': 'Nếu muốn được liên hệ lại: số điện thoại hoặc cách khác',
  'urgent.reachHint': 'Có thể bỏ trống. Bỏ trống thì không ai hỏi lại hay báo lại được.',
  'urgent.send': 'Gửi tin khẩn',
  'urgent.back': 'Quay lại trang khảo sát',
  'urgent.errors': 'Tin chưa được gửi',
  'urgent.empty': 'Xin viết vài dòng về chuyện đang xảy ra.',
  'urgent.tooLong': 'Dài quá: tối đa {max} ký tự.',
  'urgent.tooMany':
    'Đang có quá nhiều tin gửi đến cùng lúc. Chữ đã viết vẫn còn bên dưới; xin gửi lại sau một phút, hoặc gọi 111.',
  'urgent.failed': 'Hệ thống đang bận. Chữ đã viết vẫn còn bên dưới; xin gửi lại sau một phút, hoặc gọi 111.',
  'urgent.accepted': 'Đã nhận tin khẩn',
  'urgent.acceptedText':
    'Tin đang được chuyển đến {name} bằng thư điện tử. Thư thường đến sau vài phút, nhưng không ai hứa được là sẽ được đọc ngay.',
  'urgent.acceptedCall': 'Nếu chuyện đang xảy ra hoặc có người bị thương, xin gọi ngay:',
  'urgent.acceptedClose': 'Không có gì của tin này ở lại trên máy. Nếu dùng máy chung, hãy đóng cả cửa sổ trình duyệt.',
  'urgent.off': 'Ở đây không nhắn tin khẩn được',
  'urgent.offText': 'Khảo sát này không có người nhận tin khẩn. Xin gọi:',
  'urgent.letter.subject': 'Tin khẩn về trẻ em, cần đọc ngay',
  'urgent.letter.lead':
    'Có người vừa viết tin dưới đây ở trang “Nhắn tin khẩn” bên cạnh khảo sát “{title}” của {body}, hỏi tại {unit}.',
  'urgent.letter.message': 'Nội dung tin, nguyên văn:',
  'urgent.letter.reach': 'Người viết muốn được liên hệ lại qua: {reach}',
  'urgent.letter.noReach': 'Người viết không để lại cách liên hệ.',
  'urgent.letter.what':
    'Nếu có nguy hiểm, xin gọi 111 (bảo vệ trẻ em), 113 (công an), 115 (cấp cứu) và làm theo quy trình bảo vệ trẻ em của đơn vị.',
  'urgent.letter.kept':
    'Hệ thống không biết ai đã viết và không nối tin này với phiếu trả lời nào. Sau khi gửi thư này, hệ thống không còn giữ tin. Xin không trả lời thư này và không chuyển tiếp cho người không có trách nhiệm.',
  'urgent.contact.title': 'Người nhận tin khẩn',
  'urgent.contact.lead':
    'Bên cạnh phiếu hỏi phụ huynh và học sinh có thể mở trang “Nhắn tin khẩn”. Mỗi tin được gửi ngay bằng thư điện tử đến người phụ trách bảo vệ trẻ em nêu ở đây, và không ai đọc được trên hệ thống.',
  'urgent.contact.card': 'Thư gửi đến ai',
  'urgent.contact.name': 'Họ tên, chức danh',
  'urgent.contact.nameHint': 'Người viết tin thấy tên này.',
  'urgent.contact.email': 'Địa chỉ e-mail',
  'urgent.contact.emailHint': 'Nên là hộp thư được mở hằng ngày, cả ngày nghỉ.',
  'urgent.contact.phone': 'Số điện thoại, nếu có',
  'urgent.contact.phoneHint': 'Người viết tin thấy số này.',
  'urgent.contact.save': 'Lưu người nhận',
  'urgent.contact.saved': 'Đã lưu. Các khảo sát có bật tin khẩn dùng người nhận này ngay.',
  'urgent.contact.removed': 'Đã thôi nêu người nhận. Các trang khảo sát chỉ còn các số 111, 113, 115.',
  'urgent.contact.none': 'Chưa nêu người nhận, nên chưa khảo sát nào nhắn tin khẩn được.',
  'urgent.contact.remove': 'Thôi nêu người nhận…',
  'urgent.contact.removeText':
    'Các khảo sát đang mở sẽ chỉ còn hiện số 111, 113, 115. Tin chưa gửi được vẫn chờ người nhận mới.',
  'urgent.contact.removeDo': 'Thôi nêu người nhận này',
  'urgent.contact.noMail':
    'Hệ thống chưa có dịch vụ gửi thư, nên chưa khảo sát nào nhắn tin khẩn được. Người vận hành máy chủ cần đặt DANBAN_SMTP_URL và DANBAN_MAIL_FROM.',
  'urgent.contact.refused': 'Máy chủ thư báo không có hộp thư nào ở địa chỉ này. Xin sửa địa chỉ ngay.',
  'urgent.contact.waiting':
    '{count} tin khẩn chưa gửi đi được, tin đầu từ ngày {day}. Hệ thống vẫn đang thử lại; xin kiểm tra dịch vụ gửi thư.',
  'urgent.contact.nothingWaiting': 'Không có tin nào đang chờ gửi.',
  'urgent.contact.onlyTop': 'Chỉ người quản trị toàn hệ thống đổi được.',
  'urgent.test.title': 'Gửi thư thử',
  'urgent.test.lead':
    'Một lá thư ghi rõ là thư thử đến người nhận trên, để biết đường thư có thông không. Không tính là tin khẩn.',
  'urgent.test.do': 'Gửi thư thử',
  'urgent.test.sent':
    'Máy chủ thư đã nhận thư thử. Xin hỏi người nhận: thư đã đến chưa, có nằm trong mục thư rác không.',
  'urgent.test.refused': 'Thư thử bị trả lại: máy chủ thư báo không có ai nhận thư ở địa chỉ này.',
  'urgent.test.away':
    'Máy chủ thư không nhận thư thử: không kết nối được, hoặc không cho hệ thống này gửi. Tin khẩn lúc này cũng chưa gửi được. Xin báo người vận hành máy chủ.',
  'urgent.test.letter.subject': '[THƯ THỬ] Kiểm tra hộp thư, không có việc gì xảy ra',
  'urgent.test.letter.mark': 'ĐÂY LÀ THƯ THỬ. Không có em nhỏ nào gặp nguy hiểm và không có ai viết tin.',
  'urgent.test.letter.why':
    'Kính gửi {name}. Người quản trị hệ thống Dân Bàn gửi thư này để biết tin khẩn về trẻ em có đến được hộp thư này không.',
  'urgent.test.letter.real':
    'Tin khẩn thật không có chữ “thư thử”. Khi nhận được tin khẩn, xin đọc ngay và làm theo quy trình bảo vệ trẻ em của đơn vị.',
  'urgent.test.letter.then':
    'Xin báo cho người quản trị là thư đã đến. Nếu thư nằm trong mục thư rác, xin đánh dấu là không phải thư rác. Không cần trả lời thư này.',
  'urgent.edit': 'Nhận tin khẩn về trẻ em bên cạnh phiếu',
  'urgent.editHint':
    'Trang khảo sát hiện các số 111, 113, 115 và lối nhắn tin khẩn đến người phụ trách bảo vệ trẻ em. Tin khẩn không thuộc phiếu trả lời, và Quý vị không đọc được.',
  'urgent.edit.no-mail': 'Chưa bật được: hệ thống chưa có dịch vụ gửi thư. Xin nhờ người quản trị.',
  'urgent.edit.no-contact': 'Chưa bật được: chưa nêu người nhận tin khẩn. Xin nhờ người quản trị nêu ở mục Đơn vị.',
} as const;
