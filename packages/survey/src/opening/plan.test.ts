import { expect, test } from 'vitest';
import { definitionText } from '../definition.ts';
import { parseDefinition } from '../parse.ts';
import type { Plan } from '../plan.ts';
import type { Question } from '../questions/index.ts';
import { definitionWith, questions } from '../testing/definitions.ts';
import { started } from '../testing/templates.ts';
import { planIssues } from './plan.ts';

const group = { ...questions.single, dimension: true } as const;
const second = { ...group, id: 'q2' } as const;
const third = { ...group, id: 'q3' } as const;
const moment = { eligible: 500, closesAt: new Date('2026-04-01T10:00:00Z'), now: new Date('2026-03-01T03:00:00Z') };

function issuesOf(plan: Plan, list: Question[] = [group, second, third], at: Partial<typeof moment> = {}): string[] {
  const definition = { ...definitionWith(...list), plan };
  return planIssues(definition, { ...moment, ...at }).map(({ code, severity }) => `${severity} ${code}`);
}

test('nothing speaks against a plan of declared questions, a pair of them and weekly days', () => {
  const plan = { breakdowns: ['q1', 'q2'], crossed: [['q1', 'q2']], interim: ['2026-03-08', '2026-03-15'] };
  expect(issuesOf(plan as Plan)).toEqual([]);
});

const options = Array.from({ length: 9 }, (_, at) => ({ id: `o${at}`, text: { vi: `${at}` } }));
test.each<[string, Plan, Question[], string]>([
  ['a question that is gone', { breakdowns: ['q9'] }, [group], 'error plan-unknown-question'],
  ['the same question twice', { breakdowns: ['q1', 'q1'] }, [group], 'error plan-twice'],
  ['a question of several answers', { breakdowns: ['q2'] }, [questions.multi], 'error plan-not-single'],
  ['a question that is not marked', { breakdowns: ['q1'] }, [questions.single], 'error plan-not-marked'],
  ['a sensitive question', { breakdowns: ['q1'] }, [{ ...group, sensitive: true }], 'error plan-sensitive'],
  [
    'a question asked of some',
    { breakdowns: ['q2'] },
    [group, { ...second, showIf: { question: 'q1', anyOf: ['o1'] } }],
    'error plan-conditional',
  ],
  ['nine options', { breakdowns: ['q1'] }, [{ ...group, options }], 'error plan-too-many-options'],
  [
    'a pair nobody declared',
    { breakdowns: ['q1'], crossed: [['q1', 'q2']] },
    [group, second],
    'error plan-crossed-undeclared',
  ],
  ['a pair of one', { breakdowns: ['q1'], crossed: [['q1', 'q1']] }, [group], 'error plan-crossed-undeclared'],
  [
    'one pair said twice',
    {
      breakdowns: ['q1', 'q2'],
      crossed: [
        ['q1', 'q2'],
        ['q2', 'q1'],
      ],
    },
    [group, second],
    'error plan-crossed-undeclared',
  ],
  [
    'six days apart',
    { breakdowns: [], interim: ['2026-03-08', '2026-03-14'] },
    [group],
    'error plan-interim-too-often',
  ],
  [
    'days out of order',
    { breakdowns: [], interim: ['2026-03-15', '2026-03-08'] },
    [group],
    'error plan-interim-too-often',
  ],
  ['a day that is over', { breakdowns: [], interim: ['2026-02-28'] }, [group], 'error plan-interim-past'],
  ['a day after the close', { breakdowns: [], interim: ['2026-04-02'] }, [group], 'error plan-interim-after-close'],
])('%s', (_, plan, list, expected) => {
  expect(issuesOf(plan, list)).toEqual([expected]);
});

test('where fewer than a hundred may answer, figures before the close are nobody\u2019s', () => {
  const plan = { breakdowns: [], interim: ['2026-03-08'] };
  expect(issuesOf(plan, undefined, { eligible: 99 })).toEqual(['warning plan-interim-too-few']);
});

test('a ballot, a judged head and a promise of silence until the close rule figures out before it', () => {
  const plan = { breakdowns: [], interim: ['2026-03-08'] };
  const silent = [{ kind: 'ballot' }, { kind: 'evaluation' }, { rules: { releaseOnlyAfterClose: true } }] as const;
  for (const more of silent) {
    const found = planIssues({ ...definitionWith(group), plan, ...more }, moment);
    expect(found.map(({ code }) => code)).toEqual(['plan-interim-promised-not']);
  }
});

test('a question asked after any of several choices is told beforehand to be protected where units are not alone', () => {
  const asked = (...anyOf: string[]) => [
    group,
    { ...questions.multi, id: 'q2' },
    { ...questions.single, id: 'q3', showIf: { question: 'q2', anyOf } },
  ];
  const said = ['warning condition-union-not-shown'];
  expect(issuesOf({ breakdowns: ['q1'] }, asked('o1', 'o2'))).toEqual(said);
  expect(issuesOf({ breakdowns: [], interim: ['2026-03-08'] }, asked('o1', 'o2'))).toEqual(said);
  expect(issuesOf({ breakdowns: [] }, asked('o1', 'o2'))).toEqual([]);
  expect(issuesOf({ breakdowns: ['q1'] }, asked('o1'))).toEqual([]);
});

test('more than four criteria or two pairs are no plan', () => {
  const parsed = (plan: unknown) => parseDefinition({ ...definitionWith(group), plan });
  expect(parsed({ breakdowns: ['q1', 'q2', 'q3', 'q4', 'q5'] })).toMatchObject({ ok: false });
  const pair = ['q1', 'q2'];
  expect(parsed({ breakdowns: ['q1', 'q2'], crossed: [pair, pair, pair] })).toMatchObject({ ok: false });
  expect(parsed({ breakdowns: ['q1'], interim: ['tomorrow'] })).toMatchObject({ ok: false });
});

test('a definition without a plan has the text, and so the hash, it always had', () => {
  const definition = definitionWith(group);
  const parsed = parseDefinition(definition);
  expect(parsed.ok && definitionText(parsed.definition)).toBe(definitionText(definition));
  expect(definitionText(definition)).not.toContain('plan');
});

test('a template that divides people into groups says so in its plan, and nothing speaks against it', () => {
  for (const { definition } of started) {
    const marked = definition.questions.filter(({ dimension }) => dimension).map(({ id }) => id);
    expect(definition.plan?.breakdowns ?? []).toEqual(marked);
    expect(planIssues(definition, moment)).toEqual([]);
  }
});
