import { describe, expect, test } from 'vitest';
import {
  draftOf,
  emptyOpinion,
  issuesOfOpinion,
  linesIn,
  opinionDraft,
  opinionOf,
  type OpinionDraft,
} from './index.ts';

const point = {
  id: '0b7a3a6e-0a53-4d0e-9c53-3c1f7a6e1d01',
  clause: 'cabcdefg',
  opinion: 'Nên khoán xăng xe.',
  reason: '',
  wording: '',
};
const whole: OpinionDraft = {
  ...emptyOpinion,
  ...{ letterNumber: '12/CV-CĐ', letterDate: '2023-11-20', signer: 'Trần Văn Bình', office: 'Chủ tịch' },
  ...{ mandate: 'Ban Chấp hành công đoàn trường', form: 'meeting', metOn: '2023-11-18', stance: 'amend' },
  votes: { present: '45', for: '40', against: '3', abstain: '2' },
  points: [point],
};
const beside = { today: '2023-11-20', clauses: new Set(['cabcdefg']), hasAttachment: false };
const issues = (more: Partial<OpinionDraft>, by = beside) =>
  issuesOfOpinion({ ...whole, ...more }, by).map(({ path, code }) => `${path} ${code}`);
const votes = (present: string, agree: string, against: string, abstain: string) => {
  return { votes: { present, for: agree, against, abstain } };
};

describe('what keeps an official opinion from being sent', () => {
  test('nothing, where it is whole', () => expect(issues({})).toEqual([]));

  test('whatever a letter has and this one has not', () => {
    expect(issuesOfOpinion(emptyOpinion, beside).map(({ path }) => path)).toEqual([
      ...['letterNumber', 'letterDate', 'signer', 'office', 'mandate', 'form', 'stance'],
    ]);
  });

  test('a vote whose parts are not all who were there', () => {
    expect(issues(votes('45', '40', '3', '1'))).toEqual(['votes.present votes-sum']);
    expect(issues(votes('45', '40', '', '2'))).toEqual(['votes.against missing']);
    expect(issues(votes('45', '40', '-3', '2'))).toEqual(['votes.against not-a-number']);
    expect(issues(votes('', '', '', ''))).toEqual([]);
  });

  test('a meeting without a day, of tomorrow, or after the letter that tells of it', () => {
    expect(issues({ metOn: '' })).toEqual(['metOn missing']);
    expect(issues({ metOn: '2023-11-21' })).toEqual(['metOn in-future']);
    expect(issues({ letterDate: '2023-11-17' })).toEqual(['metOn after-letter']);
    expect(issues({ letterDate: '2023-12-01' })).toEqual(['letterDate in-future']);
    expect(issues({ form: 'written', metOn: '' })).toEqual([]);
  });

  test('a point without words, and one on a clause that is not asked about', () => {
    expect(issues({ points: [{ ...point, clause: 'cother', opinion: ' ' }] })).toEqual([
      'points.0.clause clause-unknown',
      'points.0.opinion missing',
    ]);
    expect(issues({ points: [{ ...point, clause: null }] })).toEqual([]);
  });

  test('asking for changes without saying which', () => {
    expect(issues({ points: [] })).toEqual(['points nothing-said']);
    expect(issues({ points: [], proposals: 'Lùi một năm.' })).toEqual([]);
    expect(issues({ points: [] }, { ...beside, hasAttachment: true })).toEqual([]);
    expect(issues({ points: [], stance: 'agree' })).toEqual([]);
  });
});

test('a draft takes no unknown field, no point twice and no sign that is not shown', () => {
  expect(opinionDraft.safeParse({ ...whole, more: 1 }).success).toBe(false);
  expect(opinionDraft.safeParse({ ...whole, points: [point, point] }).success).toBe(false);
  expect(opinionDraft.parse({ ...whole, dissent: 'a\u0000b\u202e\r\nc' }).dissent).toBe('ab\nc');
});

test('what was sent and begun again says the same', () => {
  const clause = { key: 'cabcdefg', path: 'dieu-8', name: 'Điều 8' };
  const context = {
    ...{ organisation: { name: 'Công đoàn trường', kind: 'union' as const }, attachment: null, version: null },
    clauses: new Map([[clause.key, clause]]),
  };
  const sent = opinionOf(whole, context);
  expect(sent).toMatchObject({ votes: { present: 45, for: 40 }, points: [{ clause }] });
  expect(opinionOf(draftOf(sent), context)).toEqual(sent);
});

test('a stamp of secrecy is looked for in every field of words', () => {
  const mark = (path: string) => `${path}!`;
  const draft = {
    ...whole,
    ...{ letterNumber: mark('a'), signer: mark('b'), office: mark('c'), mandate: mark('d'), dissent: mark('e') },
    proposals: mark('f'),
    criteria: { ...whole.criteria, harmony: mark('g') },
    points: [{ ...point, opinion: mark('h'), reason: `x\n${mark('i')}`, wording: mark('k') }],
  };
  const lines = linesIn(draft).map(({ text }) => text);
  for (const one of 'abcdefghik') expect(lines).toContain(mark(one));
});
