import type { AuditEntryView } from '@danban/contract';
import { expect, test } from 'vitest';
import { byDay } from './days.ts';
import { folded } from './folded.ts';

const act = (seq: number, code: string, name = 'Lan', at = '2026-03-02T01:00:00.000Z'): AuditEntryView => ({
  seq,
  at,
  actor: { name, role: 'organizer', body: null },
  act: code,
  object: { kind: 'survey', id: 's', name: 'Khảo sát' },
  unit: null,
  details: {},
  hash: '',
});

test('saves of one person in a row are one line under the last time; others and other acts part them', () => {
  const lines = folded([
    act(1, 'survey.create'),
    act(2, 'survey.edit'),
    act(3, 'survey.edit'),
    act(4, 'survey.edit', 'Hoa'),
    act(5, 'survey.open'),
    act(6, 'survey.extend'),
    act(7, 'survey.extend'),
  ]);
  expect(lines.map(({ seq, times }) => [seq, times])).toEqual([
    [1, 1],
    [3, 2],
    [4, 1],
    [5, 1],
    [6, 1],
    [7, 1],
  ]);
});

test('acts are parted by the day in Vietnam, not by that of the server', () => {
  const acts = [act(3, 'a', 'Lan', '2026-03-02T17:30:00.000Z'), act(2, 'a', 'Lan', '2026-03-02T16:30:00.000Z')];
  expect(byDay('vi', acts).map(({ date, acts: { length } }) => [date, length])).toEqual([
    ['03/03/2026', 1],
    ['02/03/2026', 1],
  ]);
});
