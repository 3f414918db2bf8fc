import { blankDefinition, newQuestion, type Definition, type Plan } from '@danban/survey';
import { expect, test } from 'vitest';
import { edited } from '../edits.ts';
import { applyAct } from './acts.ts';

const survey = (plan?: Plan): Definition => ({
  ...blankDefinition(),
  questions: [newQuestion('single', 'q1'), newQuestion('single', 'q2'), newQuestion('multi', 'q3')],
  ...(plan ? { plan } : {}),
});
const saved = (definition: Definition, fields: Record<string, string>) =>
  edited(definition, (name) => fields[name] ?? '', []);

test('what is chosen is the plan, in the order of its ranks, and the questions say that they divide', () => {
  const fields = {
    plan: '1',
    'plan.breakdowns.0': 'q2',
    'plan.breakdowns.1': 'q1',
    'plan.breakdowns.2': 'q2',
    'plan.crossed.0': 'q2+q1',
    'plan.interim.0': '2026-05-20',
    'plan.interim.1': '2026-05-06',
  };
  const { plan, questions } = saved(survey(), fields);
  expect(plan).toEqual({ breakdowns: ['q2', 'q1'], crossed: [['q2', 'q1']], interim: ['2026-05-06', '2026-05-20'] });
  expect(questions.map(({ dimension }) => dimension ?? false)).toEqual([true, true, false]);
});

test('nothing chosen is no plan, and a page that shows none leaves the plan as it is', () => {
  const plan = { breakdowns: ['q1'] };
  expect(saved(survey(plan), { plan: '1' }).plan).toBeUndefined();
  expect(saved(survey(plan), {}).plan).toEqual(plan);
});

test('a question that is removed leaves the plan, with its pairs', () => {
  const plan: Plan = { breakdowns: ['q1', 'q2'], crossed: [['q1', 'q2']], interim: ['2026-05-06'] };
  expect(applyAct(survey(plan), 'remove:q1').plan).toEqual({ breakdowns: ['q2'], interim: ['2026-05-06'] });
});
