import type { Definition } from '../definition.ts';
import { LIMITS } from '../limits.ts';
import { INTERIM_DAYS, type Plan } from '../plan.ts';
import type { Question } from '../questions/index.ts';
import { error, type OpeningIssue, warning } from './issue.ts';

/** Fewest who may answer where figures come out before the close: with fewer the urn is opened at the close alone. */
const FEWEST_FOR_INTERIM = 100;
const DAY = 24 * 60 * 60 * 1000;

interface Moment {
  eligible: number | null;
  closesAt: Date | null;
  now: Date;
}

/** What is wrong with the plan of releases (disclosure R2, R3, R4, R9). A survey without one shows units alone. */
export function planIssues(definition: Definition, moment: Moment): OpeningIssue[] {
  const { plan, questions } = definition;
  if (!plan) return [];
  const early = (plan.interim?.length ?? 0) > 0 && saysNothingBeforeClose(definition);
  return [
    ...breakdownIssues(plan, questions),
    ...crossedIssues(plan),
    ...unionIssues(plan, questions),
    ...(early ? [error('plan-interim-promised-not')] : interimIssues(plan, moment)),
  ];
}

/** Who votes, or judges a head, or was promised so, is told nothing while others still answer. */
function saysNothingBeforeClose({ kind, rules }: Definition): boolean {
  return kind === 'ballot' || kind === 'evaluation' || rules?.releaseOnlyAfterClose === true;
}

function breakdownIssues({ breakdowns }: Plan, questions: readonly Question[]): OpeningIssue[] {
  const twice = new Set(breakdowns).size < breakdowns.length ? [error('plan-twice')] : [];
  return [...twice, ...[...new Set(breakdowns)].flatMap((id) => criterionIssue(id, questions))];
}

function criterionIssue(id: string, questions: readonly Question[]): OpeningIssue[] {
  const question = questions.find((one) => one.id === id);
  if (!question) return [error('plan-unknown-question', { params: { question: id } })];
  const questionId = question.id;
  if (question.type !== 'single') return [error('plan-not-single', { questionId })];
  if (!question.dimension) return [error('plan-not-marked', { questionId })];
  if (question.sensitive) return [error('plan-sensitive', { questionId })];
  if (question.showIf) return [error('plan-conditional', { questionId })];
  const tooMany = question.options.length > LIMITS.categories;
  return tooMany ? [error('plan-too-many-options', { questionId, params: { most: LIMITS.categories } })] : [];
}

/** A question asked after any of several choices of one is shown where there is one release of units alone (R13). */
function unionIssues({ breakdowns, interim = [] }: Plan, questions: readonly Question[]): OpeningIssue[] {
  if (breakdowns.length === 0 && interim.length === 0) return [];
  const multiple = new Set(questions.filter(({ type }) => type === 'multi').map(({ id }) => id));
  const isUnion = ({ showIf }: Question) => showIf && multiple.has(showIf.question) && showIf.anyOf.length > 1;
  return questions.filter(isUnion).map(({ id }) => warning('condition-union-not-shown', { questionId: id }));
}

/** A pair is made of two different criteria that are declared by themselves. */
function crossedIssues({ breakdowns, crossed = [] }: Plan): OpeningIssue[] {
  const declared = ([a, b]: readonly string[]) => a !== b && breakdowns.includes(a!) && breakdowns.includes(b!);
  const pairs = new Set(crossed.map((pair) => pair.toSorted().join(' ')));
  return crossed.every(declared) && pairs.size === crossed.length ? [] : [error('plan-crossed-undeclared')];
}

/** Dates are days in order, a week apart, after today and before the close. */
function interimIssues({ interim = [] }: Plan, { eligible, closesAt, now }: Moment): OpeningIssue[] {
  if (interim.length === 0) return [];
  const days = interim.map((day) => Date.parse(day));
  const tooOften = days.some((day, at) => at > 0 && day - days[at - 1]! < INTERIM_DAYS * DAY);
  const past = days.some((day) => day + DAY <= now.getTime());
  const late = closesAt !== null && days.some((day) => day >= closesAt.getTime());
  return [
    ...(tooOften ? [error('plan-interim-too-often', { params: { days: INTERIM_DAYS } })] : []),
    ...(past ? [error('plan-interim-past')] : []),
    ...(late ? [error('plan-interim-after-close')] : []),
    ...(eligible !== null && eligible < FEWEST_FOR_INTERIM
      ? [warning('plan-interim-too-few', { params: { least: FEWEST_FOR_INTERIM } })]
      : []),
  ];
}
