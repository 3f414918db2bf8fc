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
} as const;
