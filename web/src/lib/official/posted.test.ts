import { emptyOpinion, opinionDraft } from '@danban/critique';
import { expect, test } from 'vitest';
import { draftIn, pointsAfter } from './posted.ts';

const ids = ['0b7a3a6e-0a53-4d0e-9c53-3c1f7a6e1d01', '0b7a3a6e-0a53-4d0e-9c53-3c1f7a6e1d02'];
const point = (id: string) => ({ id, clause: null, opinion: '', reason: '', wording: '' });
const [one, two, three] = ['a', 'b', 'c'].map(point) as [
  ReturnType<typeof point>,
  ReturnType<typeof point>,
  ReturnType<typeof point>,
];

test('an empty form is an empty draft, and every field finds its place', () => {
  expect(opinionDraft.parse(draftIn(new FormData()))).toEqual(emptyOpinion);
  const form = new FormData();
  for (const [at, id] of ids.entries()) {
    form.append('point', id);
    form.set(`points.${at}.clause`, at === 0 ? '' : 'cabcdefg');
    form.set(`points.${at}.opinion`, `Ý ${at}\r\nhai`);
  }
  form.set('votes.for', ' 12 ');
  form.set('criteria.harmony', 'Hài hòa');
  const draft = draftIn(form);
  expect(draft.points.map(({ id, clause, opinion }) => [id, clause, opinion])).toEqual([
    [ids[0], null, 'Ý 0\nhai'],
    [ids[1], 'cabcdefg', 'Ý 1\nhai'],
  ]);
  expect([draft.votes.for, draft.criteria.harmony]).toEqual(['12', 'Hài hòa']);
});

test('points are added, taken away and moved, and at the ends nothing happens', () => {
  const after = (act: string, at: number) => pointsAfter({ act, at }, [one, two], three)?.points.map(({ id }) => id);
  expect(after('add', NaN)).toEqual(['a', 'b', 'c']);
  expect(after('remove', 0)).toEqual(['b']);
  expect(after('up', 1)).toEqual(['b', 'a']);
  expect(after('up', 0)).toEqual(['a', 'b']);
  expect(after('down', 0)).toEqual(['b', 'a']);
  expect(after('down', 1)).toEqual(['a', 'b']);
  expect(after('save', NaN)).toBeUndefined();
});
