import { standingAt, workingFrom, type Calendar } from '@danban/clocks';
import {
  commitmentStates,
  replyBody,
  type CommitmentsView,
  type CommitmentView,
  type ReplyBody,
} from '@danban/contract';
import { isKept, marksThatStand } from '@danban/replies';
import type { Definition } from '@danban/survey';
import { calendarIn } from '../calendar/service.ts';
import type { House } from '../house.ts';
import { dayOf } from '../organisations/index.ts';
import { findOut } from '../replies/queries.ts';
import type { SurveyRow } from '../surveys/queries.ts';
import { findChecks, findMarks, type CheckBody, type MarkRow, type Trx } from './queries.ts';

type Answer = ReplyBody & { seq: number };

interface Sight {
  marks: readonly MarkRow[];
  checks: readonly CheckBody[];
  calendar: Calendar;
  today: string;
}

/** What it was before, each with the reason of the correction that put it anew; the newest first. */
function earlierOf(answers: readonly Answer[]): CommitmentView['earlier'] {
  const pairs = answers.slice(1).map((after, at) => ({ before: answers[at]!.commitment, after }));
  return pairs
    .flatMap(({ before, after: { commitment, corrects } }) => {
      if (before === null || commitment === null) return [];
      const isSame = (['text', 'owner', 'due'] as const).every((part) => before[part] === commitment[part]);
      return isSame ? [] : [{ ...before, reason: corrects?.reason ?? '' }];
    })
    .toReversed();
}

/** What the board found of one mark, the newest first. */
const checksOf = (mark: number, checks: readonly CheckBody[]): CommitmentView['marks'][number]['checks'] =>
  checks
    .filter((one) => one.mark.number === mark)
    .map(({ check, by, on }) => ({ ...check, by, on }))
    .toReversed();

function markView(
  { number, seq, mark, files, by, on }: MarkRow,
  checks: Sight['checks'],
): CommitmentView['marks'][number] {
  const link = mark.kind === 'kept' ? mark.link : null;
  return { number, seq, kind: mark.kind, words: mark.words, link, files, by, on, checks: checksOf(number, checks) };
}

/** Reported as kept it stands so until the board finds otherwise: then it is neither kept nor silently open again. */
function stateOf(isReported: boolean, isObjected: boolean, isLate: boolean): CommitmentView['state'] {
  if (isReported) return isObjected ? 'disputed' : 'kept';
  return isLate ? 'late' : 'open';
}

/** The commitment of the answer that stands; null where it promises nothing. */
function viewOf(answers: readonly Answer[], { marks, checks, calendar, today }: Sight): CommitmentView | null {
  const { cluster, seq, title, point, commitment } = answers.at(-1)!;
  if (commitment === null) return null;
  const own = marks.filter((mark) => answers.some((answer) => answer.seq === mark.seq));
  const standing = marksThatStand(answers, own);
  const keptOn = isKept(standing) ? standing.at(-1)!.on : null;
  const lastDay = workingFrom(commitment.due, calendar);
  const views = own.map((mark) => markView(mark, checks)).toReversed();
  const isObjected = keptOn !== null && views[0]!.checks[0]?.verdict === 'objected';
  const isKeptNow = keptOn !== null && !isObjected;
  const time = standingAt(lastDay, isKeptNow ? keptOn : today);
  return {
    ...{ cluster, seq, title, ...commitment, lastDay, keptOn },
    organisation: point?.organisation ?? null,
    state: stateOf(keptOn !== null, isObjected, time.late),
    lateBy: time.late ? time.by : null,
    left: !isKeptNow && !time.late ? time.left : null,
    earlier: earlierOf(answers),
    marks: views,
    standing: standing.length,
  };
}

const order = ({ state, due, seq }: CommitmentView) => [commitmentStates.indexOf(state), due, seq] as const;

function inOrder(one: CommitmentView, other: CommitmentView): number {
  const [a, b] = [order(one), order(other)];
  return a[0] - b[0] || (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : a[2] - b[2]);
}

/** What answers that went out promise, and what became of it: from the chain, the marks and the calendar alone. */
export async function commitmentsOf(
  house: House,
  survey: string,
  db: Trx | House['db'] = house.db,
): Promise<CommitmentView[]> {
  const answers = (await findOut(db, survey)).map(({ seq, body }) => ({ ...replyBody.parse(JSON.parse(body)), seq }));
  const sight = {
    marks: await findMarks(db, survey),
    checks: await findChecks(db, survey),
    calendar: await calendarIn(db),
    today: dayOf(house.clock()),
  };
  const byItem = Map.groupBy(answers, ({ cluster }) => cluster);
  return [...byItem.values()].flatMap((own) => viewOf(own, sight) ?? []).toSorted(inOrder);
}

/** Whether the board looked into the report it rests on and found it so. */
const isConfirmed = ({ state, marks }: CommitmentView): boolean =>
  state === 'kept' && marks[0]?.checks[0]?.verdict === 'confirmed';

export async function boardOf(house: House, survey: SurveyRow): Promise<CommitmentsView> {
  const commitments = await commitmentsOf(house, survey.id);
  const counted = commitmentStates.map((one) => [one, commitments.filter(({ state }) => state === one).length]);
  return {
    title: (survey.definition as Definition).title,
    unit: survey.unit_name,
    on: dayOf(house.clock()),
    counts: Object.fromEntries(counted) as CommitmentsView['counts'],
    confirmed: commitments.filter(isConfirmed).length,
    commitments,
  };
}
