import { expect, test } from 'vitest';
import { legalIssues } from '../opening/legal.ts';
import { definitionWith, questions } from '../testing/definitions.ts';
import { register } from '../testing/register.ts';
import { templates } from '../testing/templates.ts';
import { citationOf, cite, documentOf } from './cite.ts';
import { standingOn } from './register.ts';

const byRef = (ref: string) => register.find((one) => one.ref === ref)!;

test('every basis a template names stands in the register, each document once', () => {
  const refs = register.map(({ ref }) => ref);
  expect(new Set(refs).size).toBe(refs.length);
  const named = templates.flatMap(({ legalBasis }) => legalBasis.map(({ ref }) => ref));
  expect(named.filter((ref) => !refs.includes(ref))).toEqual([]);
});

test('what replaced a document stands in the register, or is named', () => {
  for (const { supersededBy } of register) {
    for (const ref of supersededBy?.refs ?? []) expect(byRef(ref)).toBeDefined();
  }
});

test.each([
  ['ND149-2018', '2021-01-31', { kind: 'holds' }],
  ['ND149-2018', '2021-02-01', { kind: 'superseded', from: '2021-02-01' }],
  ['ND13-2023', '2025-12-31', { kind: 'holds' }],
  ['ND13-2023', '2026-01-01', { kind: 'superseded', by: 'Nghị định 356/2025/NĐ-CP', from: '2026-01-01' }],
  ['L91-2025', '2025-12-31', { kind: 'not-yet', from: '2026-01-01' }],
  ['L10-2022', '2026-01-01', { kind: 'holds' }],
  ['ND04-2015', '2026-01-01', { kind: 'superseded', by: 'Luật 10/2022/QH15 và Nghị định 59/2023/NĐ-CP' }],
  ['SEED-II3', '2026-01-01', { kind: 'holds' }],
])('%s on %s', (ref, day, standing) => {
  expect(standingOn(byRef(ref), day)).toMatchObject(standing);
});

test('documents are cited as official papers cite them', () => {
  expect(citationOf(byRef('L10-2022'))).toBe('Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15 ngày 10/11/2022');
  expect(citationOf(byRef('ND59-2023'))).toBe(
    'Nghị định 59/2023/NĐ-CP ngày 14/08/2023 quy định chi tiết một số điều của Luật Thực hiện dân chủ ở cơ sở',
  );
});

test('a basis is named by its number, by its citation or in own words, and no document twice', () => {
  const law = cite('10/2022/QH15', [], register)!;
  expect(law).toMatchObject({ ref: 'L10-2022', certainty: 'high' });
  expect(cite(citationOf(byRef('L10-2022')), [], register)).toEqual(law);
  expect(cite('10/2022/QH15', [law], register)).toBeUndefined();
  const own = cite('Quy chế dân chủ của trường', [law], register)!;
  expect(own).toEqual({ ref: 'khac1', text: { vi: 'Quy chế dân chủ của trường' } });
  expect(cite('Nghị quyết chi bộ', [law, own], register)).toMatchObject({ ref: 'khac2' });
  expect(cite('  ', [], register)).toBeUndefined();
});

test('what a template names by its id, its words name as well', () => {
  const bases = templates.flatMap(({ legalBasis }) => legalBasis.map(({ ref, vi }) => ({ ref, text: { vi } })));
  expect(bases.filter((basis) => documentOf(basis, register)?.ref !== basis.ref)).toEqual([]);
  const rewritten = { ref: 'ND149-2018', text: { vi: 'Nghị định 59/2023/NĐ-CP' } };
  expect(documentOf(rewritten, register)?.ref).toBe('ND59-2023');
});

test('a document that was replaced is warned about, also where somebody cites it in her own words', () => {
  const now = new Date('2026-03-02T01:00:00Z');
  const cited = (...bases: { ref: string; text: { vi: string } }[]) =>
    legalIssues({ ...definitionWith(questions.single), legalBases: bases }, register, now);
  const words = { ref: 'khac1', text: { vi: 'Theo Nghị định 149/2018/NĐ-CP ngày 07/11/2018' } };
  expect(cited(words, { ref: 'L10-2022', text: { vi: 'Luật 10/2022/QH15' } })).toEqual([
    {
      code: 'legal-basis-superseded',
      severity: 'warning',
      params: {
        ref: 'khac1',
        number: '149/2018/NĐ-CP',
        by: 'Nghị định 145/2020/NĐ-CP, nay cùng Luật 10/2022/QH15',
        from: '2021-02-01',
      },
    },
  ]);
  expect(documentOf({ ref: 'khac1', text: { vi: 'Kế hoạch của trường' } }, register)).toBeUndefined();
});
