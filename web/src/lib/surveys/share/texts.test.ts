import { smsSize } from '@danban/text';
import { expect, test } from 'vitest';
import { smsText, whyOf, zaloText, type Invitation } from './texts.ts';

const invitation: Invitation = {
  definition: {
    title: { vi: 'Khảo sát sự hài lòng của phụ huynh về nhà trường và việc thực hiện dân chủ ở cơ sở trong năm học' },
    intro: {
      vi: 'Kính gửi Ông/Bà! Phiếu này giúp nhà trường biết cần thay đổi điều gì trước. Phiếu không hỏi họ tên.',
    },
    audience: { vi: 'phụ huynh' },
    audienceKind: 'parent',
    estMinutes: 6,
    door: 'unit_link',
  },
  body: 'Công đoàn Giáo dục tỉnh',
  url: 'https://khaosat.example.vn/s/4k7vq2m9x8bd',
  opensAt: null,
  closesAt: '2026-03-05T10:00:00Z',
};

test('why it is asked is the first sentence after the greeting', () => {
  expect(whyOf(invitation.definition.intro.vi)).toBe('Phiếu này giúp nhà trường biết cần thay đổi điều gì trước.');
  expect(whyOf('Không có dấu chấm')).toBe('Không có dấu chấm');
});

test('the long text says who asks, why, where, until when, and that nobody counts persons', () => {
  const text = zaloText('vi', invitation);
  for (const part of [invitation.body, invitation.url, '17 giờ, thứ Năm ngày 05 tháng 3 năm 2026', 'không hỏi họ tên'])
    expect(text).toContain(part);
  expect(text).toContain('không loại trừ được một người trả lời nhiều lần');
  expect(text).not.toMatch(/\{\w+\}|Bắt đầu/);
  expect(zaloText('vi', { ...invitation, opensAt: '2026-03-01T00:00:00Z' })).toContain('Bắt đầu 7 giờ');
});

const entered = (given: Partial<Invitation['definition']>): Invitation => {
  return { ...invitation, definition: { ...invitation.definition, ...given } };
};
const textsOf = (one: Invitation) => [zaloText('vi', one), smsText('vi', one, true), smsText('vi', one, false)];

test('where slips are needed every text says so, and who hands them out', () => {
  const [zalo, sms, plain] = textsOf(entered({ door: 'one_time_code' }));
  expect(zalo).toContain('Cần có phiếu mã: xin nhận ở giáo viên chủ nhiệm hoặc đơn vị tổ chức.');
  expect(sms).toContain('Cần phiếu mã, nhận ở giáo viên chủ nhiệm');
  expect(plain).toContain('Can phieu ma, nhan o giao vien chu nhiem');
  expect(smsSize(plain!)).toMatchObject({ alphabet: 'gsm', parts: 1 });
  for (const text of textsOf(entered({ door: 'one_time_code', audienceKind: 'staff' })))
    expect(text).not.toMatch(/giáo viên|giao vien/);
  for (const text of textsOf(invitation)) expect(text).not.toMatch(/phiếu mã|phieu ma/);
});

test('behind a list every text speaks of the personal link, and none gives one that leads nobody in', () => {
  for (const text of textsOf(entered({ door: 'roster' }))) {
    expect(text).toMatch(/liên kết riêng|lien ket rieng/);
    expect(text).not.toContain(invitation.url);
  }
  expect(smsSize(smsText('vi', entered({ door: 'roster' }), false))).toMatchObject({ alphabet: 'gsm', parts: 1 });
});

test('without marks it is one SMS, its link and date whole, however long the title', () => {
  const text = smsText('vi', invitation, false);
  expect(smsSize(text)).toMatchObject({ alphabet: 'gsm', parts: 1 });
  expect(text).toContain(invitation.url);
  expect(text).toContain('17:00, 05/03/2026');
  expect(text).toMatch(/^Khao sat su hai long .*\.\.\.: /);
});

test('with marks the title stays whole and the count says what that costs', () => {
  const text = smsText('vi', invitation, true);
  expect(text).toContain(invitation.definition.title.vi);
  expect(smsSize(text)).toMatchObject({ alphabet: 'ucs2', room: 67 });
});
