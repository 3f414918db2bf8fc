/** The office documents of a consultation, in the words of their forms. */
export const documents = {
  'documents.take': 'Bản tổng hợp ý kiến, tiếp thu, giải trình theo mẫu, để hoàn thiện và ký:',
  'documents.take.docx': 'Tải văn bản (Word)',
  'documents.take.xlsx': 'Tải bảng tính (Excel)',
  'documents.take.csv': 'Tải bảng (CSV)',
  'documents.take.json': 'Dữ liệu cho máy (JSON)',
  'documents.take.letter': 'Tải văn bản phản hồi (Word)',
  'documents.take.evidence': 'Tải hồ sơ minh chứng (ZIP)',
  'documents.evidenceText':
    'Hồ sơ minh chứng gồm mọi thứ đã công khai của đợt lấy ý kiến và một tệp lệnh đếm lại từng số liệu. Mã của hồ sơ được ghi vào nhật ký.',
  'documents.evidence.readme': `HỒ SƠ MINH CHỨNG CỦA MỘT ĐỢT LẤY Ý KIẾN

Trong hồ sơ chỉ có những gì đã công khai.

bang-tong-hop.docx, bang-tong-hop.json: bảng tổng hợp ý kiến, tiếp thu, giải trình
ket-qua.json: kết quả đã công bố của toàn đơn vị; số liệu được bảo vệ không có ở đây
y-kien.json: ý kiến đã che và đã công bố, theo thứ tự ngẫu nhiên
to-chuc.json: ý kiến có tên của các tổ chức
tra-loi.json: các câu trả lời đã công bố, mỗi câu mang mã băm của câu trước
cam-ket.json: từng cam kết trong câu trả lời: nội dung, ai thực hiện, hạn, tình trạng, minh chứng và kết luận của Ban Thanh tra nhân dân; tệp minh chứng có mã băm, tải ở trang công khai
cam-ket-dong.json: từng dòng về cam kết đúng như đã ghi, kèm mã băm
du-thao.json, du-thao-<số>.json: các bản dự thảo và mã băm khi công bố
thay-doi.json: từng điều khoản của bản được lấy ý kiến đã trở thành gì ở bản mới nhất
so-lieu.json: mọi số liệu của hồ sơ
kiem-tra.mjs: đếm lại từng số liệu từ các tệp trên
manifest.json: danh mục tệp và mã băm SHA-256 của từng tệp

Cách kiểm tra: giải nén, rồi chạy "node kiem-tra.mjs" (Node.js 20 trở lên, không cần mạng).
Mã băm SHA-256 của manifest.json phải bằng mã ghi trong nhật ký của phần mềm khi hồ sơ được tải về.
`,
  'documents.take.critique': 'Tải văn bản phản biện (Word)',
  'documents.people': 'Cá nhân (ẩn danh), {count} ý kiến',
  'documents.peopleFew': 'Cá nhân (ẩn danh), một số ý kiến',
  'documents.organisation': '{name} (Văn bản số {number} ngày {date})',
  'documents.whole': 'Ý kiến chung',
  'documents.unanswered': 'Đang xem xét.',
  'documents.someOpinions': 'một số',
  'documents.resolution.accepted': 'Tiếp thu',
  'documents.resolution.partially_accepted': 'Tiếp thu một phần',
  'documents.resolution.explained': 'Giải trình',
  'documents.resolution.noted': 'Ghi nhận',
  'documents.resolution.out_of_scope': 'Ngoài phạm vi dự thảo',
  'documents.resolution.agreed': 'Thống nhất với dự thảo',
  'documents.resolution.merged': 'Trả lời chung với nhóm ý kiến khác',
  'documents.commitment': 'Cam kết: {text} ({owner} thực hiện, hạn {date}).',
  'documents.verdict.satisfied': 'Tổ chức góp ý nhất trí với câu trả lời (ngày {date})',
  'documents.verdict.not_satisfied': 'Tổ chức góp ý chưa nhất trí với câu trả lời (ngày {date})',
  'documents.verdict.escalate': 'Tổ chức góp ý kiến nghị lên {to} (ngày {date})',
  'documents.column.about': 'NHÓM VẤN ĐỀ, ĐIỀU, KHOẢN',
  'documents.column.by': 'CHỦ THỂ GÓP Ý',
  'documents.column.opinion': 'NỘI DUNG GÓP Ý',
  'documents.column.answer': 'NỘI DUNG TIẾP THU, GIẢI TRÌNH',
  'documents.column.next': 'ĐIỀU, KHOẢN TRONG DỰ THẢO LẦN SAU',
  'documents.counted': '{resolution}: {count}',
  'documents.received': '1. Tổng số ý kiến nhận được: {received}.',
  'documents.figures':
    '1. Tổng số cơ quan, tổ chức, cá nhân đã gửi xin ý kiến: {asked}; tổng số ý kiến nhận được: {received}.',
  'documents.sheets': 'Số phiếu thu được: {received}, trong đó {onPaper} phiếu giấy.',
  'documents.ended': 'Số nhóm ý kiến theo kết quả xử lý: {counts}.',
  'documents.table.type': 'BẢN TỔNG HỢP Ý KIẾN, TIẾP THU, GIẢI TRÌNH Ý KIẾN GÓP Ý, PHẢN BIỆN XÃ HỘI',
  'documents.table.subject': 'đối với dự thảo “{draft}”',
  'documents.table.held':
    '{body} đã tổ chức lấy ý kiến từ ngày {from} đến ngày {to} đối với dự thảo “{draft}”. Kết quả như sau:',
  'documents.table.results': '2. Kết quả cụ thể như sau:',
  'documents.critique.about': 'phản biện xã hội đối với dự thảo “{draft}”',
  'documents.critique.held': 'I. Quá trình tổ chức',
  'documents.critique.contents': 'II. Nội dung phản biện',
  'documents.critique.points': 'Ý kiến cụ thể theo điều, khoản',
  'documents.critique.noPoints': 'Không có ý kiến cụ thể theo điều, khoản.',
  'documents.critique.clause': 'DỰ THẢO',
  'documents.critique.opinion': 'Ý KIẾN',
  'documents.critique.reason': 'LÝ DO',
  'documents.critique.proposal': 'PHƯƠNG ÁN ĐỀ NGHỊ',
  'documents.critique.proposals': 'III. Kiến nghị',
  'documents.critique.answerBy': 'Đề nghị cơ quan chủ trì soạn thảo trả lời bằng văn bản chậm nhất vào ngày {date}.',
  'documents.reply.about': 'phản hồi ý kiến đối với dự thảo “{draft}”',
  'documents.reply.opening':
    '{body} trân trọng cảm ơn ý kiến của {to} tại Văn bản số {number} ngày {date} về dự thảo “{draft}” và xin phản hồi như sau:',
  'documents.reply.openingPlain':
    '{body} trân trọng cảm ơn ý kiến của {to} về dự thảo “{draft}” và xin phản hồi như sau:',
  'documents.reply.accepted': 'Ý kiến tiếp thu',
  'documents.reply.partly': 'Ý kiến tiếp thu một phần',
  'documents.reply.explained': 'Ý kiến giải trình và lý do',
  'documents.reply.noted': 'Nội dung ghi nhận, tiếp tục nghiên cứu',
  'documents.reply.none': 'Không có.',
  'documents.reply.next': 'Thể hiện tại: {clause}.',
  'documents.reply.enclosed': 'Kèm theo văn bản này là Bản tổng hợp ý kiến, tiếp thu, giải trình.',
} as const;
