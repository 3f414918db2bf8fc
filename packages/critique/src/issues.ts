import type { OpinionDraft } from './draft.ts';

export interface OpinionIssue {
  /** The field, as it is called in the draft: `points.2.opinion`. */
  readonly path: string;
  readonly code:
    'missing' | 'in-future' | 'after-letter' | 'not-a-number' | 'votes-sum' | 'clause-unknown' | 'nothing-said';
}

export interface OpinionBeside {
  /** The day it is sent, `YYYY-MM-DD`. */
  readonly today: string;
  /** Keys of the clauses that are asked about. */
  readonly clauses: ReadonlySet<string>;
  /** A file of the organisation lies beside it. */
  readonly hasAttachment: boolean;
}

const issue = (path: string, code: OpinionIssue['code']): OpinionIssue => ({ path, code });

const needed = ['letterNumber', 'letterDate', 'signer', 'office', 'mandate', 'form', 'stance'] as const;
const counted = ['present', 'for', 'against', 'abstain'] as const;

const isNumber = (text: string): boolean => /^\d{1,5}$/.test(text);

/** Whoever was there agreed, disagreed or abstained: nobody is left over. */
function issuesOfVotes({ votes }: OpinionDraft): OpinionIssue[] {
  if (counted.every((one) => votes[one] === '')) return [];
  const wrong = counted.flatMap((one) => {
    if (votes[one] === '') return [issue(`votes.${one}`, 'missing')];
    return isNumber(votes[one]) ? [] : [issue(`votes.${one}`, 'not-a-number')];
  });
  if (wrong.length > 0) return wrong;
  const [present, ...parts] = counted.map((one) => Number(votes[one]));
  const sum = parts.reduce((all, part) => all + part, 0);
  return sum === present ? [] : [issue('votes.present', 'votes-sum')];
}

function issuesOfDays({ form, letterDate, metOn }: OpinionDraft, today: string): OpinionIssue[] {
  const late = letterDate > today ? [issue('letterDate', 'in-future')] : [];
  if (form !== 'meeting' && form !== 'conference') return late;
  if (metOn === '') return [...late, issue('metOn', 'missing')];
  if (metOn > today) return [...late, issue('metOn', 'in-future')];
  return letterDate !== '' && metOn > letterDate ? [...late, issue('metOn', 'after-letter')] : late;
}

function issuesOfPoints({ points }: OpinionDraft, clauses: ReadonlySet<string>): OpinionIssue[] {
  return points.flatMap(({ clause, opinion }, at) => [
    ...(clause !== null && !clauses.has(clause) ? [issue(`points.${at}.clause`, 'clause-unknown')] : []),
    ...(opinion.trim() === '' ? [issue(`points.${at}.opinion`, 'missing')] : []),
  ]);
}

/** Who does not simply agree says what is to be changed, somewhere. */
function saysNothing(draft: OpinionDraft, hasAttachment: boolean): boolean {
  const { stance, points, proposals, criteria } = draft;
  if (stance !== 'amend' && stance !== 'disagree') return false;
  return (
    points.length === 0 && !hasAttachment && [proposals, ...Object.values(criteria)].every((one) => one.trim() === '')
  );
}

/** Everything that keeps a draft from being sent, in the order of its fields; empty where it may go. */
export function issuesOfOpinion(draft: OpinionDraft, { today, clauses, hasAttachment }: OpinionBeside): OpinionIssue[] {
  return [
    ...needed.filter((one) => draft[one] === '').map((one) => issue(one, 'missing')),
    ...issuesOfDays(draft, today),
    ...issuesOfVotes(draft),
    ...issuesOfPoints(draft, clauses),
    ...(saysNothing(draft, hasAttachment) ? [issue('points', 'nothing-said')] : []),
  ];
}
