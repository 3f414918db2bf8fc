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
} as const;
