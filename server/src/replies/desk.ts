import { can, type Person } from '@danban/access';
import type { RepliesView, ReplyRowView } from '@danban/contract';
import { counterOf, gapsOf, goesFrom, isOwn, replyStates, type ReplyActKind, type ReplyState } from '@danban/replies';
import type { Definition } from '@danban/survey';
import { searchKey } from '@danban/text';
import { findPublishable } from '../comments/queries.ts';
import type { House } from '../house.ts';
import { wordsOf } from '../search/keys.ts';
import { dayOf } from '../organisations/index.ts';
import type { SurveyRow } from '../surveys/queries.ts';
import { verified } from './chain.ts';
import { clockOf, furtherDue } from './clock.ts';
import {
  answerable,
  answersOf,
  contributionsIn,
  disputeOf,
  itemsIn,
  lockedIn,
  type Answering,
  type Answers,
} from './clusters.ts';
import { disputeView, pointView } from './given.ts';
import { actOf, hasOthers, partiesOf, roleAmong, whoMayPropose, type Parties } from './people.ts';
import { mayReadWords, opinionViews } from './words.ts';

export const filters = ['mine', 'late', 'named', 'disputed', ...replyStates] as const;
export type Filter = (typeof filters)[number];

/** What is done next to an answer that stands there. */
const nextActs: Partial<Record<string, ReplyActKind>> = {
  new: 'assign',
  assigned: 'propose',
  proposed: 'check',
  checked: 'approve',
};

/** Acts somebody may do to a cluster now; `own`: she would judge her own words, and others are there. */
export function actsFor(person: Person, parties: Parties, { standing, clauseOwed }: Answering) {
  const may = (kind: ReplyActKind): boolean =>
    goesFrom(kind, standing.state) && actOf[kind].some((act) => can(person, act, parties.where));
  const own = (kind: ReplyActKind): boolean => isOwn(kind, standing, person.id, hasOthers(parties, kind, person.id));
  const kinds = (Object.keys(actOf) as ReplyActKind[]).filter((kind) => may(kind) && (kind !== 'place' || clauseOwed));
  return { acts: kinds.filter((kind) => !own(kind)), own: kinds.some(own) };
}

/** It waits for her: hers to answer, hers to take a step further, or hers to have answered further. */
export function isMine(person: Person, parties: Parties, answering: Answering): boolean {
  const { state, assignee } = answering.standing;
  const isOpenAgain = state === 'published' && disputeOf(answering) !== null;
  const next = isOpenAgain ? 'correct' : nextActs[state];
  if (next === undefined || !actsFor(person, parties, answering).acts.includes(next)) return false;
  return next !== 'propose' || assignee === person.id;
}

interface Sight {
  person: Person;
  parties: Parties;
  isLate: boolean;
  today: string;
  dueAfter: (day: string) => string | null;
}

function rowOf(answering: Answering, { person, parties, isLate, today, dueAfter }: Sight): ReplyRowView {
  const { id, title, point, comments, out, standing } = answering;
  const dispute = disputeView(disputeOf(answering), dueAfter);
  const { state, assignee, proposal, changed, returned } = standing;
  const named = parties.people.find((one) => one.id === assignee);
  return {
    ...{ id, title, opinions: comments.length, state, changed, dispute },
    point: point && pointView(point),
    resolution: proposal?.resolution ?? null,
    assignee: assignee === null ? null : { id: assignee, name: named?.name ?? '' },
    mine: isMine(person, parties, answering),
    late: (isLate && out.length === 0) || (dispute?.due ? dispute.due < today : false),
    returned: returned !== null,
    correcting: out.length > 0 && state !== 'published',
  };
}

/** Whether there is anything to answer, or was. */
export const hasSomething = ({ clusters, points, loose, undecided, out }: Answers): boolean =>
  clusters.length + points.length + loose + undecided + out.length > 0;

/** The day the last answer went out, where all have; where nothing was said, there was nothing to wait for. */
export function doneOn(answers: Answers, { closes_at: closesAt }: SurveyRow): string | null {
  const { loose, undecided, tooFew, out } = answers;
  if (!hasSomething(answers)) return closesAt && dayOf(closesAt);
  const isLeft = answerable(answers).some((one) => one.out.length === 0);
  if (isLeft || (!tooFew && loose + undecided > 0)) return null;
  const first = out.filter(({ cluster, seq }) => !out.some((one) => one.cluster === cluster && one.seq < seq));
  return (
    first
      .map(({ body }) => (JSON.parse(body) as { on: string }).on)
      .toSorted()
      .at(-1) ?? null
  );
}

/** What has these words in its title, its answer, its opinions or its point. */
async function holding(house: House, survey: SurveyRow, answers: Answers, words: string, reads: boolean) {
  const typed = wordsOf(words);
  if (typed.length === 0) return () => true;
  const every = { words: '', only: null, except: null, limit: Number.MAX_SAFE_INTEGER, offset: 0 };
  const view = opinionViews(survey);
  const rows = reads ? await findPublishable(house.db, survey.id, every) : [];
  const texts = new Map(rows.map((row) => [row.id, view(row).text]));
  return ({ title, point, standing, comments }: Answering): boolean => {
    const said = comments.map((id) => texts.get(id) ?? '');
    const named = point ? Object.values(pointView(point)).filter((one) => typeof one === 'string') : [];
    const key = searchKey([title, standing.proposal?.explanation ?? '', ...said, ...named].join(' '));
    return typed.every((word) => key.includes(word));
  };
}

function countsOf(found: readonly ReplyState[]): RepliesView['states'] {
  const counts = replyStates.map((state) => [state, found.filter((one) => one === state).length] as const);
  return Object.fromEntries(counts) as RepliesView['states'];
}

export interface DeskWish {
  q: string;
  filter?: Filter | undefined;
}

export async function deskOf(house: House, person: Person, survey: SurveyRow, wish: DeskWish): Promise<RepliesView> {
  const { id, body_name: body, unit_name: unit } = survey;
  const answers = await answersOf(house.db, survey);
  const parties = await partiesOf(house, survey);
  const clock = await clockOf(house, survey, doneOn(answers, survey));
  const isLate = clock?.lateBy !== null && clock !== null;
  const dueAfter = await furtherDue(house.db, survey);
  const sight = { person, parties, isLate, today: dayOf(house.clock()), dueAfter };
  const reads = await mayReadWords(house, person, survey, answers);
  const holds = await holding(house, survey, answers, wish.q, reads);
  const items = itemsIn(answers);
  const rows = items.map((one) => ({ holds: holds(one), row: rowOf(one, sight) }));
  const passes = (row: ReplyRowView): boolean =>
    wish.filter === undefined ||
    row.state === wish.filter ||
    (wish.filter === 'mine' && row.mine) ||
    (wish.filter === 'late' && row.late) ||
    (wish.filter === 'named' && row.point !== null) ||
    (wish.filter === 'disputed' && row.dispute !== null);
  const { head, broken } = await verified(house.db, id, answers.out);
  const contributions = contributionsIn(answers);
  const { title, kind } = survey.definition as Definition;
  const may = (act: Parameters<typeof can>[1]): boolean => can(person, act, parties.where);
  return {
    survey: {
      ...{ id, title, body, unit, consultation: kind === 'consultation' },
      resultsOut: survey.published,
    },
    may: {
      assign: may('replies.assign'),
      group: may('comments.moderate'),
      publish: may('replies.publish'),
      clock: may('replies.clock'),
      organisations: kind === 'consultation' && may('opinions.read'),
    },
    clusters: rows.filter(({ holds: found, row }) => found && passes(row)).map(({ row }) => row),
    all: rows.length,
    mine: rows.filter(({ row }) => row.mine).length,
    late: rows.filter(({ row }) => row.late).length,
    states: countsOf(rows.map(({ row }) => row.state)),
    loose: answers.loose,
    counter: counterOf(contributions),
    points: {
      received: answers.points.length,
      answered: answers.points.filter(({ out }) => out.length > 0).length,
      disputed: rows.filter(({ row }) => row.dispute !== null).length,
    },
    gaps: gapsOf(lockedIn(answers)),
    ready: answerable(answers).filter(({ standing }) => standing.state === 'approved').length,
    owed: items.filter((one) => one.clauseOwed && one.standing.state === 'published').length,
    people: whoMayPropose(parties).map((one) => ({ id: one.id, name: one.name, role: roleAmong(one) })),
    clock,
    head,
    whole: broken === null,
  };
}
