/** One's own account, and what an administrator does for somebody's: where she is signed in, what proves who she is, who follows her. */
export const people = {
  'own.title': 'Tài khoản của tôi',
  'own.lead': 'Anh/chị đang đăng nhập ở đâu, và bằng cách nào.',

  'own.sessions': 'Đang đăng nhập ở đâu',
  'own.sessionsText':
    'Mỗi dòng là một trình duyệt đang đăng nhập bằng tài khoản này. Thấy dòng lạ, xin cho thoát rồi báo người quản trị. Dân Bàn không lưu địa chỉ mạng.',
  'own.here': 'máy đang dùng',
  'own.since': 'Đăng nhập lúc {at}',
  'own.used': 'dùng gần nhất khoảng {at}',
  'own.end': 'Cho thoát',
  'own.endOthers': 'Cho thoát ở mọi nơi khác…',
  'own.endOthersText': 'Mọi trình duyệt khác phải đăng nhập lại. Máy đang dùng vẫn ở lại.',
  'own.endOthersSubmit': 'Cho thoát ở mọi nơi khác',
  'own.noOthers': 'Không còn nơi nào khác.',
  'own.ended': 'Đã cho thoát.',
  'own.device': '{browser} trên {system}',

  'browser.chrome': 'Chrome',
  'browser.coccoc': 'Cốc Cốc',
  'browser.edge': 'Edge',
  'browser.firefox': 'Firefox',
  'browser.safari': 'Safari',
  'browser.samsung': 'Samsung Internet',
  'browser.opera': 'Opera',
  'browser.zalo': 'Zalo',
  'browser.other': 'Một trình duyệt',
  'system.windows': 'máy tính Windows',
  'system.mac': 'máy Mac',
  'system.linux': 'máy tính Linux',
  'system.chromebook': 'Chromebook',
  'system.android': 'điện thoại hoặc máy tính bảng Android',
  'system.iphone': 'iPhone',
  'system.ipad': 'iPad',
  'system.other': 'một máy không rõ loại',

  'accounts.signOut': 'Cho thoát ở mọi nơi…',
  'accounts.signOutText':
    '{name} phải đăng nhập lại trên mọi máy. Mật khẩu và các vai giữ nguyên. Dùng khi người ấy mất máy, hoặc quên thoát ở máy chung.',
  'accounts.signOutSubmit': 'Cho thoát ở mọi nơi',
  'accounts.signedOut': 'Tài khoản này đã thoát ở mọi nơi.',

  'survey.responsible': 'phụ trách: {name}',

  'handover.offer': 'Nghỉ, chuyển công tác hay đổi việc? Bàn giao khảo sát và vai của {name} cho người khác.',
  'handover.open': 'Bàn giao công việc',
  'handover.title': 'Bàn giao công việc của {name}',
  'handover.lead':
    'Chọn người nhận, xem những gì sẽ chuyển, rồi mới xác nhận. Những việc đã làm vẫn đứng tên người đã làm.',
  'handover.to': 'Người nhận',
  'handover.search': 'Tìm người nhận theo tên hoặc tên đăng nhập',
  'handover.nobody': 'Không có ai khớp. Người nhận cần có tài khoản đang dùng, trong phạm vi anh/chị quản trị.',
  'handover.surveys': 'Khảo sát sẽ chuyển',
  'handover.noSurveys': 'Không phụ trách khảo sát nào.',
  'handover.count': '{count} khảo sát',
  'handover.opensAt': 'hẹn tự mở lúc {at}; vẫn mở đúng hẹn',
  'handover.elsewhere':
    '{count} khảo sát ở đơn vị ngoài phạm vi của anh/chị không chuyển. Xin nhờ người quản trị ở đó bàn giao tiếp.',
  'handover.roles': 'Vai sẽ giao cho người nhận',
  'handover.rolesHint': 'Bỏ dấu chọn vai nào không giao. Người nhận giữ mọi vai đang có.',
  'handover.noRoles': 'Không có vai nào để giao.',
  'handover.confirm': 'Bàn giao…',
  'handover.confirmText':
    'Ngay khi xác nhận: {to} phụ trách các khảo sát ở trên và có các vai đã chọn. {from} bị đăng xuất trên mọi máy và không vào được nữa.',
  'handover.confirmGone':
    'Ngay khi xác nhận: {to} phụ trách các khảo sát ở trên và có các vai đã chọn. Tài khoản của {from} đã ngừng từ trước.',
  'handover.own': 'Đây là tài khoản của chính bạn: xác nhận xong bạn sẽ ra khỏi Dân Bàn.',
  'handover.submit': 'Bàn giao và ngừng tài khoản',
  'handover.submitGone': 'Bàn giao',
  'handover.done': 'Đã bàn giao. Số khảo sát đã chuyển: {count}.',

  'code.title': 'Nhập mã xác nhận',
  'code.lead': 'Mở ứng dụng tạo mã trên điện thoại của anh/chị và nhập sáu chữ số đang hiện ở dòng Dân Bàn.',
  'code.code': 'Mã xác nhận',
  'code.hint': 'Mất điện thoại? Nhập một mã dự phòng đã in hoặc ghi lại. Mỗi mã dự phòng dùng được một lần.',
  'code.submit': 'Tiếp tục',
  'code.lost': 'Không có cả điện thoại lẫn mã dự phòng? Xin gặp trực tiếp người quản trị để đặt lại.',

  'phone.title': 'Mã xác nhận trên điện thoại',
  'phone.off':
    'Chưa bật. Khi bật, mỗi lần đăng nhập cần thêm sáu chữ số đang hiện trên điện thoại của anh/chị, nên người biết mật khẩu vẫn chưa vào được.',
  'phone.on': 'Đang bật. Mỗi lần đăng nhập cần thêm sáu chữ số trên điện thoại.',
  'phone.codesLeft': 'Còn {count} mã dự phòng cho lúc mất điện thoại.',
  'phone.begin': 'Bật mã xác nhận',
  'phone.again': 'Đăng nhập lại để thay đổi',
  'phone.againText':
    'Để người khác không đổi được khi anh/chị rời máy, việc này làm trong mười phút sau khi đăng nhập.',
  'phone.setUpLead': 'Ba bước, khoảng hai phút. Cần điện thoại ở bên cạnh.',
  'phone.step1': 'Cài ứng dụng tạo mã',
  'phone.step1Text':
    'Ứng dụng nào theo chuẩn TOTP đều được, ví dụ Google Authenticator, Microsoft Authenticator, Aegis. Không cần số điện thoại, không cần tin nhắn, không cần mạng.',
  'phone.step2': 'Quét mã này bằng ứng dụng',
  'phone.qr': 'Mã QR để quét bằng ứng dụng tạo mã',
  'phone.typed': 'Không quét được? Gõ khóa này vào ứng dụng (loại: theo thời gian):',
  'phone.step3': 'Nhập sáu chữ số đang hiện',
  'phone.confirm': 'Bật mã xác nhận',
  'phone.nothing': 'Chưa bắt đầu, hoặc đã quá mười phút kể từ khi đăng nhập. Xin bắt đầu lại từ trang tài khoản.',
  'phone.done': 'Đã bật mã xác nhận trên điện thoại',
  'phone.remove': 'Tắt mã xác nhận…',
  'phone.removeText': 'Từ lần sau chỉ cần mật khẩu hoặc liên kết. Các mã dự phòng cũng hết hiệu lực.',
  'phone.removeSubmit': 'Tắt mã xác nhận',
  'phone.removed': 'Đã tắt mã xác nhận trên điện thoại.',
  'phone.needed':
    'Ở đây người quản trị phải có mã xác nhận trên điện thoại hoặc khóa truy cập, nên không bỏ được cái cuối cùng.',

  'recovery.title': 'Mã dự phòng',
  'recovery.text':
    'In hoặc chép các mã này và cất như cất chìa khóa. Rời trang này sẽ không xem lại được. Khi mất điện thoại, nhập một mã thay cho sáu chữ số; mỗi mã dùng được một lần.',
  'recovery.of': 'Mã dự phòng vào Dân Bàn của {name}',
  'recovery.print': 'In',
  'recovery.kept': 'Tôi đã cất các mã',
  'recovery.renew': 'Lấy mã dự phòng mới…',
  'recovery.renewText': 'Các mã cũ hết hiệu lực ngay.',
  'recovery.renewSubmit': 'Lấy mã mới',

  'must.title': 'Cần thêm một bước xác nhận',
  'must.text':
    'Ở đây người quản trị phải có mã xác nhận trên điện thoại hoặc khóa truy cập. Xin bật một trong hai ở dưới, rồi mọi trang sẽ mở lại.',

  'accounts.factors': 'Bước xác nhận thêm',
  'accounts.factorsOf': 'Mã xác nhận trên điện thoại: {phone}. Khóa truy cập: {passkeys}.',
  'accounts.phoneOn': 'đang bật',
  'accounts.phoneOff': 'chưa bật',
  'accounts.reset': 'Mất điện thoại hoặc khóa: đặt lại…',
  'accounts.resetText':
    'Xóa mã xác nhận trên điện thoại, mã dự phòng và khóa truy cập của {name}, và cho thoát ở mọi nơi. Người ấy vào lại bằng mật khẩu hoặc liên kết mới, rồi tự bật lại. Việc này được ghi vào nhật ký.',
  'accounts.seen': 'Tôi đã gặp trực tiếp và nhận ra {name}, không chỉ nghe qua điện thoại hay tin nhắn.',
  'accounts.resetSubmit': 'Đặt lại bước xác nhận',
  'accounts.factorsReset': 'Đã đặt lại. Tài khoản này đã thoát ở mọi nơi.',

  'rules.title': 'Quy định đăng nhập',
  'rules.lead': 'Áp dụng cho cả hệ thống.',
  'rules.needed': 'Người quản trị phải có mã xác nhận trên điện thoại hoặc khóa truy cập',
  'rules.neededText':
    'Khi bật, ai có vai quản trị mà chưa có sẽ được dẫn tới trang tài khoản để bật, và chưa làm được việc khác cho tới khi bật xong.',
  'rules.on': 'Đang bật',
  'rules.off': 'Đang tắt',
  'rules.turnOn': 'Bật quy định này',
  'rules.turnOff': 'Tắt quy định này',
  'rules.onlyTop': 'Chỉ người quản trị ở đơn vị cao nhất thay đổi được.',
  'rules.changed': 'Đã lưu.',
} as const;
