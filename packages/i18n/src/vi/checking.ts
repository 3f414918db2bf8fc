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
  'checking.codeGroup': 'Nhóm thứ {group} của mã chưa đúng. Xin so lại nhóm này với bản đã ghi.',
  'checking.codeMissing': 'Còn thiếu nhóm thứ {group} của mã.',
  'checking.codeGroups': 'Các nhóm {groups} của mã chưa đúng. Mã có sáu nhóm, mỗi nhóm năm chữ.',
  'checking.codeLong': 'Mã bị thừa: mã biên nhận có sáu nhóm, mỗi nhóm năm chữ.',
  'checking.away': 'Chưa tải được hết các tệp. Xin thử lại khi có mạng.',
  'checking.insecure':
    'Trình duyệt chỉ cho kiểm tra trên trang mở bằng https. Xin mở trang này bằng địa chỉ https, hoặc tải tệp kiểm tra ở cuối trang về máy rồi mở tệp ấy.',
  'checking.nowhere': 'Không thấy khảo sát ở nơi này',
  'checking.nowhereText':
    'Xin xem lại địa chỉ trang kiểm tra; nếu dùng bản sao nhật ký thì chọn đúng thư mục có hai tệp checkpoint và entries. Nếu trước đây vẫn kiểm tra được ở đúng nơi này, hãy báo cho Ban Thanh tra nhân dân.',
  'checking.closesAt': 'Hạn trả lời đã báo khi mở: {at}.',
  'checking.otherSurvey': 'Liên kết này là của khảo sát khác. Xin mở thẳng liên kết ấy để kiểm tra.',
  'checking.sheet.counted': 'Phiếu của quý vị đã được đếm',
  'checking.sheet.recorded': 'Phiếu của quý vị đã được ghi nhận',
  'checking.sheet.sealed': 'Phiếu của quý vị còn niêm trong hòm phiếu',
  'checking.sheet.unknown': 'Chưa kiểm được phiếu của mã này',
  'checking.sheet.elsewhere': 'Không thấy phiếu của mã này trong khảo sát này',
  'checking.sheet.wrong': 'Có điều không khớp với phiếu của quý vị',
  'checking.sheetLater':
    'Với mã gõ tay, phiếu chỉ tìm được sau khi kết quả được công bố. Liên kết trong mã QR, hoặc mã đã lưu trên máy, cho biết ngay phiếu đã được ghi nhận hay chưa.',
  'checking.sheetElsewhere':
    'Có thể mã này là của khảo sát khác, hoặc của lần gửi không thành: xin so tên khảo sát và hạn trả lời ở đầu trang với giấy biên nhận. Nếu đúng là khảo sát này thì có thể phiếu đã bị bỏ.',
  'checking.surveyGood': 'Khảo sát khớp với những gì đã công bố',
  'checking.surveyWrong': 'Khảo sát có điều không khớp',
  'checking.tell': 'Hãy giữ mã biên nhận và báo cho đơn vị tổ chức hoặc Ban Thanh tra nhân dân; đừng gửi kèm mã.',
  'checking.howCounted': 'Xem phiếu đã được đếm thế nào',
  'checking.howCountedLead':
    'Đây là những gì các bảng đếm ghi cho mã này. Nếu khác với điều quý vị đã trả lời, phiếu đã bị đếm sai. Câu viết bằng lời không nằm trong bảng đếm.',
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
    'Một tệp HTML làm được mọi việc của trang này, kể cả khi trang này không còn: quý vị mở tệp trên máy của mình và kiểm tra qua mạng, với bản sao nhật ký hoặc với gói kiểm tra đã tải về.',
  'checking.keepLink': 'Tải tệp kiểm tra',
  'checking.keepHash':
    'Mã SHA-256 của tệp. Nơi nào dùng cùng phiên bản cũng phải cho đúng mã này; nếu khác, có nơi đưa ra tệp khác.',
  'checking.fileLead':
    'Tệp này đếm lại một khảo sát ngay trên máy của quý vị. Qua mạng, nó chỉ tải những tệp mà ai kiểm tra cũng tải; mã biên nhận không được gửi đi đâu.',
  'checking.place': 'Lấy dữ liệu đã công bố từ đâu?',
  'checking.placeWeb': 'Qua mạng, từ nơi tổ chức',
  'checking.placeFiles': 'Từ bản sao nhật ký trên máy này',
  'checking.placePackage': 'Từ gói kiểm tra (.zip) trên máy này',
  'checking.address': 'Địa chỉ trang kiểm tra',
  'checking.addressHint':
    'Dạng https://…/kiem-tra/…. Để trống nếu quý vị dán cả liên kết trong mã QR vào ô mã biên nhận.',
  'checking.wrongAddress': 'Chưa rõ là khảo sát nào. Xin ghi địa chỉ trang kiểm tra của khảo sát.',
  'checking.folder': 'Thư mục bản sao',
  'checking.folderHint': 'Chọn thư mục có hai tệp checkpoint và entries. Tệp nén thì giải nén trước.',
  'checking.files': 'Hoặc chọn từng tệp của một khảo sát',
  'checking.filesHint': 'checkpoint, entries, opening, definition, tree, leaves, và release-…, tables-… nếu có.',
  'checking.noSurvey': 'Chưa có khảo sát nào trong các tệp đã chọn.',
  'checking.package': 'Gói kiểm tra',
  'checking.packageHint': 'Tệp goi-kiem-tra.zip mà Ban Thanh tra nhân dân tải ở trang giám sát. Không cần giải nén.',
  'checking.noPackage': 'Chưa có gói kiểm tra: chưa chọn tệp nào, hoặc tệp đã chọn không phải gói kiểm tra.',
  'checking.survey': 'Khảo sát',
} as const;
