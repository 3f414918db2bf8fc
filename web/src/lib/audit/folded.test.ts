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

const save = (seq: number, minute: number, added: number, removed: number, changed: number, name = 'Lan') => ({
  ...act(seq, 'survey.edit', name, `2026-03-02T01:${String(minute).padStart(2, '0')}:00.000Z`),
  details: { added, removed, changed },
});

test('saves in a row add up in one line under the last time; others, other acts and a long pause part them', () => {
  const lines = folded([
    act(1, 'survey.create'),
    save(2, 1, 2, 0, 1),
    save(3, 2, 0, 1, 0),
    save(4, 3, 0, 0, 3),
    save(5, 4, 1, 0, 0, 'Hoa'),
    act(6, 'survey.open'),
    save(7, 20, 0, 0, 1),
    save(8, 31, 0, 1, 0),
  ]);
  expect(lines.map(({ seq, details: { added, removed, changed } }) => [seq, added, removed, changed])).toEqual([
    [1, undefined, undefined, undefined],
    [4, 2, 1, 4],
    [5, 1, 0, 0],
    [6, undefined, undefined, undefined],
    [7, 0, 0, 1],
    [8, 0, 1, 0],
  ]);
});

test('acts are parted by the day in Vietnam, not by that of the server', () => {
  const acts = [act(3, 'a', 'Lan', '2026-03-02T17:30:00.000Z'), act(2, 'a', 'Lan', '2026-03-02T16:30:00.000Z')];
  expect(byDay('vi', acts).map(({ date, acts: { length } }) => [date, length])).toEqual([
    ['03/03/2026', 1],
    ['02/03/2026', 1],
  ]);
});
