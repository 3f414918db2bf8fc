/** What is wrong with a list of units, place by place. */
export const organisations = {
  'organisationIssue.duplicate-id': 'Mã {id} xuất hiện hai lần.',
  'organisationIssue.unknown-parent': 'Không có đơn vị hoặc tổ chức cấp trên {id}.',
  'organisationIssue.unknown-unit': 'Không có đơn vị {id}.',
  'organisationIssue.unknown-successor': 'Không có đơn vị kế thừa {id}.',
  'organisationIssue.cycle': '{id} nằm dưới chính nó.',
  'organisationIssue.parent-does-not-exist-then': 'Cấp trên {id} chưa có hoặc đã kết thúc trong thời gian đó.',
  'organisationIssue.history-not-continuous':
    'Các khoảng thời gian phải nối liền nhau, từ ngày bắt đầu đến ngày kết thúc của đơn vị.',
  'organisationIssue.ends-before-it-starts': 'Ngày kết thúc sớm hơn ngày bắt đầu.',
} as const;
