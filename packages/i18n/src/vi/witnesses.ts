/** Who vouches for the public log, as administrators read it. */
export const witnesses = {
  'witnesses.title': 'Bên làm chứng',
  'witnesses.lead':
    'Mỗi lần một khảo sát mở, gộp phiếu, đóng hay có kết quả, hệ thống ghi một dòng vào nhật ký công khai. Tổ chức khác chạy chương trình làm chứng thì ký nhận từng bước, nên người vận hành máy chủ không thể lặng lẽ viết lại nhật ký.',
  'witnesses.who': 'Ai đang làm chứng',
  'witnesses.none':
    'Chưa có bên nào làm chứng. Xin nhờ một tổ chức khác, như Mặt trận hoặc công đoàn cấp trên, chạy chương trình làm chứng; rồi người vận hành máy chủ ghi khóa và địa chỉ của họ vào DANBAN_WITNESSES.',
  'witnesses.current': 'Đang làm chứng. Lần ký gần nhất: {day}.',
  'witnesses.first': 'Đang chờ ký lần đầu.',
  'witnesses.silent':
    'Im lặng từ {since}: chưa ký những dòng mới. Lần ký gần nhất: {day}. Xin liên hệ tổ chức ấy; mã lỗi nằm ở dòng witness-silent trong nhật ký máy chủ.',
  'witnesses.never':
    'Chưa ký lần nào, dù đã được hỏi từ {since}. Xin liên hệ tổ chức ấy; mã lỗi nằm ở dòng witness-silent trong nhật ký máy chủ.',
  'witnesses.log': 'Nhật ký công khai',
  'witnesses.lines': 'Mọi người đang xem được {count} dòng.',
  'witnesses.key': 'Khóa của nhật ký',
  'witnesses.copyKey': 'Chép khóa',
  'witnesses.keyHint':
    'Đưa khóa này cho bên làm chứng bằng một đường khác, như in ra giấy, để họ đối chiếu khi bắt đầu.',
  'witnesses.noKey': 'Nhật ký chưa bắt đầu: chưa đọc được khóa trong thư mục khóa của máy chủ.',
} as const;
