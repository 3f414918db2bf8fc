/** Of each door: who can answer, and before whom an answer is private. Respondents and organizers read the same words. */
export const doors = {
  'doors.title': 'Kín với ai, chưa kín với ai',
  'doors.safe': 'Che được:',
  'doors.weak': 'Còn yếu:',
  'doors.unsafe': 'Chưa che được:',

  'doors.promise.open_link':
    'Ai có liên kết đều trả lời được. Phiếu không gắn với người nào, nên không loại trừ được một người trả lời nhiều lần, và báo cáo sẽ ghi rõ như vậy.',
  'doors.promise.unit_link':
    'Liên kết dùng chung cho cả đơn vị: phiếu cho biết đến từ đơn vị nào, không cho biết của ai, nên không loại trừ được một người trả lời nhiều lần, và báo cáo sẽ ghi rõ như vậy.',
  'doors.promise.one_time_code':
    'Ai có phiếu mã thì trả lời được, mỗi phiếu mã dùng một lần. Phiếu mã chỉ cho biết đơn vị, được xáo trộn khi phát, và không danh sách nào ghi ai nhận phiếu nào.',
  'doors.promise.roster':
    'Mỗi người trong danh sách trả lời một lần, bằng liên kết riêng. Danh sách chỉ biết ai đã nhận quyền trả lời, không giữ gì để nối với phiếu.',

  'doors.safe.open_link':
    'người tổ chức và người quản trị xem qua phần mềm; ai về sau đọc cơ sở dữ liệu, bản sao lưu và nhật ký của máy chủ. Phiếu được niêm phong ngay khi nhận, trộn với các phiếu khác rồi mới mở, nên họ không biết phiếu nào của ai trong một đợt trộn.',
  'doors.safe.unit_link':
    'người tổ chức và người quản trị xem qua phần mềm; ai về sau đọc cơ sở dữ liệu, bản sao lưu và nhật ký của máy chủ. Phiếu được niêm phong ngay khi nhận, trộn với các phiếu khác rồi mới mở: họ biết phiếu đến từ đơn vị nào, không biết phiếu nào của ai trong một đợt trộn.',
  'doors.safe.one_time_code':
    'người tổ chức và người quản trị xem qua phần mềm; ai về sau đọc cơ sở dữ liệu, bản sao lưu và nhật ký của máy chủ. Phiếu được niêm phong ngay khi nhận, trộn với các phiếu khác rồi mới mở: họ biết phiếu đến từ đơn vị nào, không biết phiếu nào của ai trong một đợt trộn, miễn là mỗi người tự rút phiếu mã.',
  'doors.safe.roster':
    'người tổ chức và người quản trị xem qua phần mềm; ai về sau đọc cơ sở dữ liệu, bản sao lưu và nhật ký của máy chủ. Quyền trả lời được ký mù, phiếu được niêm phong ngay khi nhận, trộn với các phiếu khác rồi mới mở, nên họ không nối được phiếu với tên trong một đợt trộn.',

  'doors.weak.open_link':
    'người vận hành máy chủ nếu cố ghi lại giờ đúng lúc phiếu được gửi, mà lại biết ai trả lời lúc nào, thì có thể đoán phiếu nào của ai.',
  'doors.weak.unit_link':
    'người vận hành máy chủ nếu cố ghi lại giờ đúng lúc phiếu được gửi, mà lại biết ai trả lời lúc nào, thì có thể đoán phiếu nào của ai; đơn vị càng ít người càng dễ đoán.',
  'doors.weak.one_time_code':
    'ai biết mã trên phiếu mã thì có thể dùng mất phiếu ấy, hoặc dò được nó đã dùng hay chưa: hãy tự rút phiếu và đừng cho ai xem mã. Người vận hành máy chủ nếu cố ghi lại giờ và mã đúng lúc phiếu được gửi thì có thể đoán phiếu nào của ai.',
  'doors.weak.roster':
    'người vận hành máy chủ nếu cố ghi lại giờ trong lúc quý vị nhận quyền rồi gửi phiếu ngay thì có thể đoán phiếu nào của ai. Nhận bây giờ rồi gửi vào một lúc khác thì khó đoán hơn nhiều.',

  'doors.unsafe.open_link':
    'người vận hành ghi cả giờ lẫn địa chỉ mạng; máy tính, điện thoại do cơ quan, nhà trường quản lý; phần mềm độc hại trên máy hay trong trang; người đứng sau lưng. Một câu chuyện chỉ một người biết, nhất là gửi từ mạng của trường hay cơ quan, cũng làm lộ người viết: khi đó phiếu được giữ kín chứ không còn ẩn danh.',
  'doors.unsafe.unit_link':
    'người vận hành ghi cả giờ lẫn địa chỉ mạng; máy tính, điện thoại do cơ quan, nhà trường quản lý; phần mềm độc hại trên máy hay trong trang; người đứng sau lưng. Một câu chuyện chỉ một người biết, nhất là gửi từ mạng của trường hay cơ quan, cũng làm lộ người viết: khi đó phiếu được giữ kín chứ không còn ẩn danh.',
  'doors.unsafe.one_time_code':
    'người in phiếu chép lại mã, phát theo danh sách, rồi được người vận hành máy chủ giúp; người vận hành ghi cả giờ lẫn địa chỉ mạng; máy tính, điện thoại do cơ quan, nhà trường quản lý; phần mềm độc hại trên máy hay trong trang; người đứng sau lưng. Một câu chuyện chỉ một người biết, nhất là gửi từ mạng của trường hay cơ quan, cũng làm lộ người viết: khi đó phiếu được giữ kín chứ không còn ẩn danh.',
  'doors.unsafe.roster':
    'ai có mã khôi phục; người vận hành ghi cả giờ lẫn địa chỉ mạng; máy tính, điện thoại do cơ quan, nhà trường quản lý; phần mềm độc hại trên máy hay trong trang; người đứng sau lưng. Một câu chuyện chỉ một người biết, nhất là gửi từ mạng của trường hay cơ quan, cũng làm lộ người viết: khi đó phiếu được giữ kín chứ không còn ẩn danh.',
} as const;
