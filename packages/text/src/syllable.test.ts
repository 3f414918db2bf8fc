import { expect, test } from 'vitest';
import { isSyllable } from './syllable.ts';

const right =
  'Trường Tiểu học Nguyễn Thị Minh Khai Đinh Ánh Yến quốc quý quả gì giếng giặt nghiêng khuya khuỷu huỳnh ' +
  'oanh uyên thuyết rượu hươu yêu ủy uỷ hoà hòa xoong ngoèo Đặng Ngọc Bích phường xã ĐÔNG HƯNG quyết quỳnh quýt y ý';
const wrong = 'Müller tr­êng hócx bat3 cáć toc café mục̣ élan Zürich w fjord nkìa Krông strong bàc';

test.each(right.split(' '))('%s is a syllable, however it is composed', (word) => {
  expect([isSyllable(word), isSyllable(word.normalize('NFD')), isSyllable(word.toUpperCase())]).toEqual([
    true,
    true,
    true,
  ]);
});

test.each(wrong.split(' '))('%s is none', (word) => {
  expect(isSyllable(word)).toBe(false);
});
