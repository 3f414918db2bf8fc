export const common = {
  'common.product': 'Dân Bàn',
  'common.motto': 'Dân biết, dân bàn, dân kiểm tra',
  'common.protected': 'Được bảo vệ',
  'common.notChosen': 'Không chọn',
  'common.notPlaced': 'Không xếp',
  'common.noAnswer': 'Không trả lời',
} as const;
