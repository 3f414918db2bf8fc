/** Asking the people of a consultation again, and the index that comes of it. */
export const listening = {
  'listening.title': 'Chỉ số lắng nghe',
  'listening.about':
    'Sau khi công bố trả lời, những người đã được lấy ý kiến được hỏi lại một lần, ẩn danh: ý kiến của mình đã được trả lời chưa?',
  'listening.index': '{index} trên 100',
  'listening.finding':
    'Trong {valid} phiếu của người có góp ý, {fully} phiếu thấy được trả lời đầy đủ, {partly} phiếu thấy được trả lời một phần, {no} phiếu không thấy trả lời.',
  'listening.between': 'Nếu mọi người có góp ý đều trả lời, chỉ số nằm trong khoảng {low} đến {high} (độ tin cậy 95%).',
  'listening.tooFew': 'Ít phiếu, nên một vài phiếu đã làm chỉ số đổi nhiều.',
  'listening.protected': 'Được bảo vệ: số phiếu của câu này không hiện ra, nên chỉ số cũng không.',
  'listening.nobody': 'Chưa có chỉ số: không phiếu nào là của người có góp ý.',
  'listening.changed': 'Không có chỉ số: câu hỏi dùng để tính đã được sửa khi soạn phiếu.',
  'listening.how': 'Cách tính',
  'listening.howText':
    'Số phiếu thấy được trả lời đầy đủ cộng một nửa số phiếu thấy được trả lời một phần, chia cho số phiếu của người có góp ý, nhân 100. {outside} phiếu không góp ý hoặc bỏ qua câu này không tính.',
  'listening.howPlain':
    'Số phiếu thấy được trả lời đầy đủ cộng một nửa số phiếu thấy được trả lời một phần, chia cho số phiếu của người có góp ý, nhân 100.',
  'listening.again': 'Đã hỏi lại người góp ý về các câu trả lời: chỉ số lắng nghe {index} trên 100.',
  'listening.againPlain': 'Đã hỏi lại người góp ý về các câu trả lời.',
  'listening.read': 'Xem chỉ số lắng nghe',
  'listening.closedOn': 'Hỏi lại xong ngày {date}.',
  'listening.toSurvey': 'Xem kết quả hỏi lại',
  'listening.toConsultation': 'Xem cuộc lấy ý kiến: {title}',
  'listening.csv': 'Tải CSV',
  'listening.json': 'Tải JSON',
  'listening.column.consultation': 'Cuộc lấy ý kiến',
  'listening.column.survey': 'Phiếu hỏi lại',
  'listening.column.closedOn': 'Ngày kết thúc hỏi lại',
  'listening.column.index': 'Chỉ số lắng nghe (0–100)',
  'listening.column.low': 'Khoảng tin cậy 95%, từ',
  'listening.column.high': 'Khoảng tin cậy 95%, đến',
  'listening.column.valid': 'Phiếu của người có góp ý',
  'listening.column.fully': 'Được trả lời đầy đủ',
  'listening.column.partly': 'Được trả lời một phần',
  'listening.column.no': 'Không thấy trả lời',
  'listening.column.outside': 'Không góp ý hoặc bỏ qua',
  'listening.column.checksum': 'Mã kiểm tra của kết quả',

  'followUp.title': 'Hỏi lại người góp ý',
  'followUp.text':
    'Hỏi lại những người đã được lấy ý kiến: ý kiến của mình đã được trả lời chưa? Phiếu có sẵn bốn câu, gửi tới cùng những người, qua cùng kiểu cửa, cùng ngưỡng bảo vệ. Kết quả cho chỉ số lắng nghe, hiện trên trang cam kết và trang kết quả.',
  'followUp.once':
    'Mỗi cuộc lấy ý kiến chỉ hỏi lại một lần. Ai đã trả lời lần trước thì không biết được, và phiếu lần này không nối với lần trước.',
  'followUp.make': 'Soạn phiếu hỏi lại',
  'followUp.notYet':
    'Làm được khi kết quả và các câu trả lời đã công bố, để người được hỏi đọc được trước khi trả lời.',
  'followUp.made': 'Phiếu hỏi lại của cuộc này đã có:',
  'followUp.judged': 'Người đứng đầu đơn vị không tổ chức hỏi lại về câu trả lời của mình.',
  'followUp.follows': 'Phiếu này hỏi lại những người của cuộc lấy ý kiến:',
  'followUp.keep': 'Nên giữ nguyên chữ và đáp án của câu hỏi đầu: sửa thì không tính được chỉ số lắng nghe.',
  'followUp.listed':
    'Danh sách người được mời chép từ cuộc lấy ý kiến nếu khi đó còn giữ, trừ người đã bị gạch tên. Xin xem lại trước khi mở.',

  'again.title': 'Phiếu hỏi lại',
  'again.text': 'Phiếu này hỏi về các câu trả lời của cuộc lấy ý kiến “{title}”.',
  'again.apart': 'Phiếu lần này không nối với phiếu lần trước: không ai biết Ông/Bà đã trả lời lần trước hay chưa.',
  'again.read': 'Xem trả lời',
  'again.withdrawn': 'Các câu trả lời hiện không đăng công khai.',
} as const;
