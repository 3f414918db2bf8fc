export const answering = {
  'answering.skip': 'Đến câu hỏi đầu tiên',
  'answering.language': 'English',
  'answering.before': 'Trước khi trả lời',
  'answering.who': 'Ai hỏi',
  'answering.whom': 'Hỏi những ai',
  'answering.why': 'Để làm gì',
  'answering.howLong': 'Mất bao lâu',
  'answering.howLongText': 'Khoảng {minutes} phút, {questions} câu hỏi. Gửi một lần ở cuối trang.',
  'answering.kept': 'Giữ lại những gì',
  'answering.keptText':
    'Chỉ giữ các câu trả lời. Không lưu họ tên, số điện thoại, địa chỉ mạng, loại máy hay giờ gửi. Trang này không dùng cookie.',
  'answering.readers': 'Ai sẽ đọc',
  'answering.readersText':
    'Đơn vị tổ chức và lãnh đạo chỉ đọc số đếm sau khi khảo sát đóng, và chỉ của nhóm có từ {threshold} phiếu trở lên ({sensitive} phiếu với câu nhạy cảm). Ý kiến tự viết được tách khỏi phiếu và che thông tin nhận dạng trước khi chuyển đi.',
  'answering.until': 'Đến khi nào',
  'answering.untilText': 'Nhận phiếu đến {at}. Sau đó mới đếm và có kết quả.',
  'answering.promise': 'Phiếu này kín đến đâu',
  'answering.promise.sealed':
    'Phiếu được niêm phong ngay khi nhận, trộn với các phiếu khác rồi mới mở. Hệ thống không cho ai, kể cả người tổ chức và người quản trị, xem phiếu nào là của ai; bản sao lưu và nhật ký đọc lại về sau cũng không ghi điều đó.',
  'answering.promise.open_link':
    'Đây là liên kết mở: ai có liên kết đều trả lời được. Vì vậy không loại trừ được một người trả lời nhiều lần, và báo cáo sẽ ghi rõ như vậy.',
  'answering.promise.unit_link':
    'Liên kết này dùng chung cho cả đơn vị: nó cho biết phiếu đến từ đơn vị nào, không cho biết của ai. Không loại trừ được một người trả lời nhiều lần, và báo cáo sẽ ghi rõ như vậy.',
  'answering.promise.one_time_code':
    'Mỗi phiếu mã dùng được một lần. Các phiếu mã được xáo trộn trước khi phát, không danh sách nào ghi ai nhận phiếu nào.',
  'answering.promise.roster':
    'Mỗi người trong danh sách trả lời một lần. Quyền trả lời được ký mù: danh sách chỉ biết ai đã nhận quyền, không giữ gì để nối với phiếu.',
  'answering.promise.limits':
    'Chưa che được trước: người đứng sau lưng; máy tính, điện thoại do cơ quan quản lý; người vận hành máy chủ cố tình ghi lại giờ và địa chỉ đúng lúc phiếu được gửi. Một câu chuyện chỉ một người biết cũng có thể làm lộ người viết: khi đó phiếu được giữ kín chứ không còn ẩn danh.',
  'answering.child':
    'Nếu trẻ em đang gặp nguy hiểm, hãy gọi ngay 111 (Tổng đài quốc gia bảo vệ trẻ em), 113 (công an) hoặc 115 (cấp cứu). Phiếu này không phải kênh khẩn cấp.',
  'answering.denunciation': 'Phiếu này không phải đơn khiếu nại, tố cáo',
  'answering.denunciationText':
    'Theo Điều 25 Luật Tố cáo 2018, thông tin tố cáo không rõ họ tên, địa chỉ người tố cáo thì không được xử lý theo Luật Tố cáo; nếu nội dung rõ về người vi phạm, có tài liệu, chứng cứ cụ thể và có cơ sở xác minh thì cơ quan tiếp nhận vẫn thanh tra, kiểm tra hoặc chuyển đến nơi có thẩm quyền. Muốn được báo kết quả và được bảo vệ theo luật, hãy gửi đơn có họ tên đến bộ phận tiếp công dân.',
  'answering.noNames': 'Đừng ghi họ tên, số điện thoại, lớp hay điều gì làm lộ mình hoặc người khác.',
  'answering.questions': 'Câu hỏi',
  'answering.number': 'Câu {number}/{total}',
  'answering.required': '(*) bắt buộc',
  'answering.optional': 'có thể bỏ qua',
  'answering.chooseMany': 'Có thể chọn nhiều.',
  'answering.chooseUpTo': 'Chọn tối đa {max}.',
  'answering.exclusive': 'chọn riêng',
  'answering.eachRow': 'Mỗi dòng chọn một.',
  'answering.between': 'Ghi số từ {min} đến {max}.',
  'answering.upToLetters': 'Tối đa {max} ký tự.',
  'answering.clear': 'Bỏ chọn',
  'answering.end': 'Gửi phiếu',
  'answering.next':
    'Bấm gửi một lần. Phiếu được niêm phong ngay; sau khi gửi không xem lại, sửa hay rút được, vì không còn gì nối phiếu với người gửi.',
  'answering.send': 'Gửi phiếu',
  'answering.sendAgain': 'Gửi lại',
  'answering.draft': 'Câu trả lời đang viết chỉ nằm trên máy này, chưa gửi đi đâu.',
  'answering.forget': 'Xóa khỏi máy này',
  'answering.forgotten': 'Đã xóa khỏi máy này.',
  'answering.sentBefore': 'Máy này đã gửi một phiếu. Nếu người khác dùng chung máy thì cứ trả lời tiếp.',
  'answering.sending': 'Đang gửi…',
  'answering.retrying': 'Mạng đang yếu, tự gửi lại sau ít giây. Các câu trả lời vẫn còn nguyên trên trang này.',
  'answering.failed':
    'Chưa gửi được. Các câu trả lời vẫn còn nguyên trên trang này; hãy bấm “Gửi lại” khi có mạng. Một phiếu bấm nhiều lần vẫn chỉ tính một.',
  'answering.refused': 'Chưa nhận được phiếu. Các câu trả lời vẫn còn nguyên; hãy thử lại sau ít phút.',
  'answering.changed':
    'Phiếu gửi lần trước từ máy này đã được nhận. Phần sửa sau đó không được tính, vì mỗi phiếu chỉ nhận một lần.',
  'answering.errors': 'Còn {count} chỗ cần xem lại',
  'answering.errorsText': 'Các câu đã trả lời vẫn còn nguyên. Bấm vào từng dòng để đến chỗ đó.',
  'answering.unavailable': 'Chưa nhận được phiếu',
  'answering.unavailableText':
    'Hệ thống đang bận. Các câu đã trả lời vẫn còn nguyên bên dưới; hãy chờ một phút rồi bấm “Gửi phiếu” lần nữa.',
  'answering.thanks': 'Đã nhận phiếu. Xin cảm ơn!',
  'answering.thanksNow':
    'Phiếu đã được niêm phong. Khi khảo sát đóng, các phiếu được trộn lẫn rồi đếm; không ai được xem riêng từng phiếu.',
  'answering.thanksWhen': 'Khảo sát đóng lúc {at}. Sau đó đơn vị tổ chức mới có kết quả và quyết định việc công bố.',
  'answering.thanksReceipt':
    'Khảo sát này không cấp mã biên nhận, nên không có cách tự kiểm tra phiếu của mình đã được đếm.',
  'answering.thanksClose': 'Có thể đóng trang này. Nếu dùng máy chung, hãy đóng cả cửa sổ trình duyệt.',
  'answering.notYetOpen': 'Khảo sát chưa mở',
  'answering.notYetOpenText': 'Đơn vị tổ chức chưa mở khảo sát này. Hãy giữ liên kết và quay lại sau.',
  'answering.closed': 'Khảo sát đã đóng',
  'answering.closedText': 'Khảo sát không nhận thêm phiếu. Xin cảm ơn đã quan tâm.',
  'answering.closedAt': 'Đã đóng lúc {at}.',
  'answering.results': 'Xem kết quả đã công bố',
  'answering.noResults': 'Kết quả chưa được công bố.',
  'answering.wrongLink': 'Không tìm thấy khảo sát',
  'answering.wrongLinkText':
    'Liên kết có thể bị thiếu hoặc sai một ký tự. Hãy quét lại mã QR, mở lại tin nhắn gốc, hoặc hỏi người đã gửi liên kết.',
  'answering.busy': 'Hệ thống đang bận',
  'answering.busyText':
    'Hãy chờ một phút rồi tải lại trang. Nếu đang gửi phiếu: bấm nút quay lại của trình duyệt, các câu trả lời vẫn còn trên trang đó, rồi gửi lần nữa.',
  'answering.again': 'Tải lại trang',
  'issue.required': 'Cần trả lời.',
  'issue.too-many-choices': 'Chỉ chọn tối đa {most}.',
  'issue.exclusive-option': 'Lựa chọn có chữ “chọn riêng” không đi cùng lựa chọn khác.',
  'issue.too-long': 'Dài quá: tối đa {most} ký tự.',
  'issue.not-a-number': 'Chỉ ghi số, ví dụ 85 hoặc 7,5.',
  'issue.out-of-range': 'Ghi một số từ {min} đến {max}.',
  'issue.off-step': 'Ghi số theo bước {step}.',
  'issue.wrong-type': 'Câu trả lời không đúng dạng. Hãy chọn hoặc ghi lại.',
  'issue.unknown-option': 'Lựa chọn này không có trong phiếu. Hãy chọn lại.',
  'issue.duplicate-option': 'Một lựa chọn bị gửi hai lần. Hãy chọn lại.',
  'issue.unknown-row': 'Có dòng không thuộc phiếu này. Hãy tải lại trang.',
  'issue.unknown-question': 'Có câu không thuộc phiếu này. Hãy tải lại trang.',
  'issue.unknown-field': 'Có mục không thuộc phiếu này. Hãy tải lại trang.',
} as const;
