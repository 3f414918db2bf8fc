import type {
  CommitmentsView,
  DraftChange,
  ListeningView,
  PublicComparisonView,
  PublicOpinionsView,
  PublicRepliesView,
} from '@danban/contract';

type Answer = PublicRepliesView['answers'][number];
type Point = PublicOpinionsView['clauses'][number]['points'][number];

/** What of a consultation is public by now; null: not yet. */
export interface Public {
  replies: PublicRepliesView | null;
  named: PublicOpinionsView | null;
  /** What the answers promise. */
  board: CommitmentsView | null;
  /** What its people said of the answers when they were asked again. */
  listening: ListeningView | null;
}

export interface Because {
  answers: readonly Answer[];
  /** Points of organisations on the clause as it stood, with who made them. */
  points: readonly (Point & { name: string })[];
  /** Everything was answered, and nobody asked for it: whoever drafts changed it unasked. */
  isOwn: boolean;
}

type Compared = Pick<PublicComparisonView, 'from' | 'to' | 'asked'>;

/** Whether an answer came with one of the versions after the first of two, up to the second. */
function isBetween({ clause }: Answer, { from, to }: Compared): boolean {
  if (clause === null) return false;
  const { version, dropped } = clause;
  return dropped ? from.number <= version && version < to.number : from.number < version && version <= to.number;
}

function answersTo({ keys }: DraftChange, compared: Compared, answers: readonly Answer[]): Answer[] {
  const direct = answers.filter((one) => isBetween(one, compared) && keys.includes(one.clause!.key));
  const led = new Set(direct.map(({ cluster }) => cluster));
  return [...direct, ...answers.filter(({ mergedInto }) => mergedInto !== null && led.has(mergedInto.cluster))];
}

function pointsOn({ keys }: DraftChange, named: PublicOpinionsView): Because['points'] {
  const names = new Map(named.organisations.map(({ id, name }) => [id, name]));
  return named.clauses
    .filter(({ clause }) => clause !== null && keys.includes(clause.key))
    .flatMap(({ points }) => points.map((point) => ({ ...point, name: names.get(point.organisation) ?? '' })));
}

const askedWithin = ({ from, to, asked }: Compared): boolean =>
  asked !== null && from.number <= asked && asked < to.number;

const isComplete = ({ clock, waiting, answers }: PublicRepliesView): boolean =>
  answers.length > 0 && (clock === null ? waiting.length === 0 : clock.doneOn !== null);

/** Numbers, marks and places change with what stands around them. */
const follows = new Set<DraftChange['relation']>(['unchanged', 'orthographic', 'renumbered']);

/** Because of whom a clause changed between two versions, as far as that is public; null where nothing can be said. */
export function becauseOf(change: DraftChange, compared: Compared, { replies, named }: Public): Because | null {
  if (follows.has(change.relation)) return null;
  const answers = replies ? answersTo(change, compared, replies.answers) : [];
  const points = named && askedWithin(compared) ? pointsOn(change, named) : [];
  const isUnasked = answers.length + points.length === 0;
  const isOwn = isUnasked && askedWithin(compared) && replies !== null && isComplete(replies);
  return isUnasked && !isOwn ? null : { answers, points, isOwn };
}
