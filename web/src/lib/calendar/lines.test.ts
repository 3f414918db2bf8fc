import { expect, test } from 'vitest';
import { saidIn } from './lines.ts';

test('a day and a word to a line, with marks or without, in either language', () => {
  expect(saidIn('31/08/2026 nghỉ\n\n 22-8-2026 lam\n1/9/2026 Off')).toEqual({
    ok: true,
    value: [
      { day: '2026-08-31', works: false },
      { day: '2026-08-22', works: true },
      { day: '2026-09-01', works: false },
    ],
  });
  expect(saidIn('  ')).toEqual({ ok: true, value: [] });
});

test('the first line that is none is named, be it a day there is not', () => {
  for (const line of ['31/02/2026 nghỉ', '31/08/2026', '2026-08-31 nghỉ', '31/08/2026 có lẽ'])
    expect(saidIn(`22/08/2026 làm\n${line}`)).toEqual({ ok: false, line });
});
