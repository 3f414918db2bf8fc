/** The respondent's page of a survey behind a list: a personal link becomes a credential, a credential one sheet. */
export const credential = {
  'credential.checking': 'Đang đối chiếu trang này với cam kết lúc mở khảo sát…',
  'credential.noScript': 'Trang này cần JavaScript',
  'credential.noScriptText':
    'Phiếu của khảo sát này được khóa ngay trên máy của người trả lời rồi mới ký, nên trình duyệt phải chạy được JavaScript. Xin bật JavaScript, mở bằng trình duyệt khác (Chrome, Safari, Firefox, Cốc Cốc bản mới), hoặc hỏi đơn vị tổ chức cách trả lời khác, như phiếu mã in sẵn. Chưa có gì được gửi đi.',
  'credential.cannot': 'Trình duyệt này chưa mở được phiếu',
  'credential.cannotText':
    'Khảo sát này cần một kết nối an toàn (https) và trình duyệt cho phép trang khóa, giữ phiếu trên máy. Xin mở liên kết riêng bằng trình duyệt khác hoặc bản mới hơn, không mở bên trong ứng dụng nhắn tin; hoặc hỏi đơn vị tổ chức cách trả lời khác, như phiếu mã in sẵn. Chưa có gì được gửi đi.',
  'credential.link': 'Cần liên kết riêng',
  'credential.linkText':
    'Mỗi người trong danh sách có một liên kết riêng, gửi trong thư mời. Xin mở lại liên kết ấy từ thư mời, hoặc dán nguyên liên kết vào đây. Liên kết không được giữ lại trên máy sau khi mở.',
  'credential.linkField': 'Liên kết riêng trong thư mời',
  'credential.linkOpen': 'Mở bằng liên kết này',
  'credential.linkWrong':
    'Đây không phải liên kết riêng của khảo sát này. Xin chép nguyên cả liên kết, kể cả phần sau dấu #.',
  'credential.doubt': 'Trang này không khớp, nên không gửi gì cả',
  'credential.doubt.opening':
    'Cam kết lúc mở khảo sát mà máy chủ đưa ra không phải cam kết ghi trong liên kết của quý vị. Có thể liên kết bị chép sai; cũng có thể máy chủ đang đưa cho riêng quý vị một cam kết khác.',
  'credential.doubt.questions':
    'Câu hỏi trên trang này không giống câu hỏi đã cam kết lúc mở khảo sát. Ai được hỏi riêng một bộ câu hỏi thì có thể bị nhận ra.',
  'credential.doubt.key':
    'Chìa khóa ký phiếu mà máy chủ đưa ra không phải chìa khóa chung đã cam kết. Ai được ký bằng chìa khóa riêng thì có thể bị nhận ra.',
  'credential.doubtDo':
    'Chưa có câu trả lời nào được gửi. Xin mở lại từ thư mời; nếu vẫn thấy dòng này, xin đừng trả lời và báo cho đơn vị tổ chức hoặc ban thanh tra nhân dân.',
  'credential.unreachable': 'Chưa đối chiếu được với máy chủ. Chưa có gì được gửi đi.',
  'credential.tryAgain': 'Thử lại',
  'credential.collect': 'Nhận phiếu',
  'credential.collectText': 'Trang này khớp với cam kết lúc mở khảo sát. Xin đọc qua trước khi nhận phiếu:',
  'credential.known': 'Danh sách biết gì',
  'credential.knownText':
    'Rằng quý vị có tên, và sau khi bấm nút: đã nhận phiếu. Không ghi giờ, không ghi câu trả lời. Khi đóng, dấu “đã nhận” chỉ còn là con số chung.',
  'credential.blind': 'Phiếu tách khỏi tên bằng cách nào',
  'credential.blindText':
    'Phiếu được che trên máy này rồi mới gửi đi ký, nên nơi ký không thấy mình đã ký cái gì. Phiếu trả lời gửi sau, bằng một lần gửi khác, không mang tên và không mang liên kết riêng.',
  'credential.shared': 'Máy dùng chung: không giữ gì trên máy này',
  'credential.sharedText':
    'Phiếu và câu trả lời chỉ ở trong thẻ này, đóng thẻ là mất; muốn làm tiếp phải có liên kết riêng và mã khôi phục.',
  'credential.recover': 'Đã nhận phiếu ở máy khác hoặc lần trước?',
  'credential.recoverText': 'Gõ mã khôi phục đã ghi lại lúc nhận phiếu: sáu nhóm, mỗi nhóm năm chữ.',
  'credential.recoverField': 'Mã khôi phục',
  'credential.recoverDo': 'Nhận lại phiếu',
  'credential.code': 'Ghi lại mã khôi phục',
  'credential.codeText':
    'Mã này vừa được tạo trên máy này và không được gửi đi đâu. Có mã và liên kết riêng thì nhận lại được phiếu ở máy khác. Mất cả máy lẫn mã thì không cấp phiếu thứ hai được, vì hệ thống không giữ gì để biết phiếu nào là của ai.',
  'credential.codeSecret': 'Đừng cho ai xem mã: ai có mã có thể dò ra quý vị đã trả lời gì.',
  'credential.copy': 'Sao chép mã',
  'credential.copied': 'Đã sao chép mã.',
  'credential.copyFailed': 'Chưa sao chép được; xin chép tay.',
  'credential.print': 'In mã',
  'credential.noted': 'Tôi đã ghi lại, nhận phiếu',
  'credential.collecting': 'Đang nhận phiếu…',
  'credential.waiting': 'Mạng đang yếu, tự thử lại sau ít giây. Xin để trang này mở.',
  'credential.failed': 'Chưa nhận được phiếu. Xin bấm lại khi có mạng; bấm nhiều lần vẫn chỉ là một phiếu.',
  'credential.collected': 'Đã nhận phiếu. Mời trả lời bên dưới.',
  'credential.nowOrLater':
    'Có thể trả lời và gửi ngay. Muốn khó đoán hơn, hãy gửi vào lúc khác: phiếu được giữ trên máy này.',
  'credential.later': 'Để sau',
  'credential.laterTitle': 'Phiếu đang được giữ trên máy này',
  'credential.laterText':
    'Mở lại trang này bằng chính trình duyệt này, trước khi khảo sát đóng, để trả lời và gửi. Đóng trang thì không có gì tự gửi đi; chưa gửi khi khảo sát đóng thì phiếu mất.',
  'credential.laterUntil': 'Khảo sát nhận phiếu đến {at}.',
  'credential.now': 'Trả lời bây giờ',
  'credential.kept': 'Máy này đang giữ một phiếu đã nhận, chưa gửi',
  'credential.keptText':
    'Nếu là phiếu của mình, mời trả lời tiếp. Nếu của người khác cùng dùng máy, xin báo người ấy trước khi xóa: xóa rồi thì chỉ liên kết riêng cùng mã khôi phục mới lấy lại được.',
  'credential.keptDo': 'Tiếp tục với phiếu này',
  'credential.other': 'Máy này đang giữ một phiếu đã nhận trước đó, chưa gửi',
  'credential.otherText':
    'Nếu chính quý vị đã nhận phiếu ấy, xin tiếp tục với nó: mỗi liên kết chỉ nhận được một phiếu. Nếu phiếu ấy của người khác cùng dùng máy, xin cứ nhận phiếu của mình bằng liên kết vừa mở: phiếu kia vẫn nguyên trên máy, chờ người ấy. Phiếu của quý vị khi đó chỉ ở trong thẻ này, nên xin gửi trước khi đóng trang.',
  'credential.otherMine': 'Phiếu ấy là của tôi, tiếp tục',
  'credential.otherOwn': 'Của người khác, tôi nhận phiếu của mình',
  'credential.beside':
    'Máy này đang giữ phiếu của người khác, nên phiếu của quý vị chỉ ở trong thẻ này. Đóng hay tải lại trang là mất, xin gửi trước.',
  'credential.stays': 'Phiếu chỉ ở trong thẻ này, đổi ngôn ngữ là mất, nên trang được giữ nguyên. Xin gửi phiếu trước.',
  'credential.newCode':
    'Đổi ngôn ngữ thì mã khôi phục đang hiện bị bỏ, và trang sẽ tạo mã khác để ghi lại. Đổi ngôn ngữ?',
  'credential.unsigned':
    'Máy chủ không ký được yêu cầu nhận phiếu: nội dung có thể bị sửa trên đường gửi. Liên kết vẫn dùng được. Xin mở lại liên kết bằng mạng khác (như mạng di động thay cho Wi-Fi cơ quan) hay trình duyệt khác; vẫn không được thì báo đơn vị tổ chức.',
  'credential.onlyHere': 'Máy dùng chung: phiếu chỉ ở trong thẻ này. Đóng hay tải lại trang là mất.',
  'credential.notKept':
    'Trình duyệt không giữ được phiếu trên máy này, nên phiếu chỉ ở trong thẻ này. Xin gửi trước khi đóng trang.',
  'credential.group': 'Nhóm thứ {group} của mã chưa đúng. Xin so lại với mã đã ghi.',
  'credential.groupMissing': 'Còn thiếu nhóm thứ {group} của mã.',
  'credential.groupLong': 'Mã bị thừa: mã khôi phục có sáu nhóm, mỗi nhóm năm chữ.',
  'credential.groups': 'Các nhóm {groups} của mã chưa đúng. Mã có sáu nhóm, mỗi nhóm năm chữ.',
  'credential.noCode': 'Xin gõ mã khôi phục.',
  'credential.wrongCode':
    'Mã này không phải mã của lần nhận phiếu trước bằng liên kết này. Xin xem lại mã đã ghi, và liên kết có đúng của mình không.',
  'credential.taken':
    'Liên kết này đã được dùng để nhận phiếu. Nếu chính quý vị đã nhận, xin mở lại trên máy ấy, hoặc gõ mã khôi phục bên dưới. Mã vừa hiện không dùng được. Nếu không phải quý vị, xin báo đơn vị tổ chức.',
  'credential.unknown': 'Không có thư mời nào như vậy, hoặc đã có thư mời mới thay. Xin xem lại thư mời mới nhất.',
  'credential.revoked': 'Thư mời này không còn dùng được. Xin hỏi đơn vị tổ chức.',
  'credential.closed': 'Khảo sát đã đóng, không cấp phiếu nữa.',
  'credential.paused': 'Khảo sát đang tạm dừng. Xin thử lại sau; liên kết vẫn dùng được.',
  'credential.refused': 'Máy chủ chưa cấp phiếu. Xin thử lại sau ít phút.',
  'credential.forget': 'Xóa khỏi máy này',
  'credential.forgetSure':
    'Xóa phiếu và câu trả lời đang viết khỏi máy này? Chỉ liên kết riêng cùng mã khôi phục mới lấy lại được phiếu.',
} as const;
