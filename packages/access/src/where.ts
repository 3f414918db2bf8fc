export const states = [
  'draft',
  'scheduled',
  'open',
  'paused',
  'closing',
  'closed',
  'released',
  'archived',
  'cancelled',
] as const;
export type State = (typeof states)[number];

/** Whether there are results to read: an archived survey keeps them, only its answer sheets are gone. */
export const hasResults = (state: State | undefined): boolean => state === 'released' || state === 'archived';

/** Whether there are figures to read: those of the close, or of an announced day before it. */
export const hasFigures = ({ state, released }: Pick<Where, 'state' | 'released'>): boolean =>
  hasResults(state) || released === true;

/** Whose work an instrument judges: the head of this unit. */
export interface Judged {
  unitId: string;
}

/** The place of an act. For an act on the whole installation `unitPath` is the path of its root. */
export interface Where {
  /** The unit and its ancestors, nearest first. */
  unitPath: readonly string[];
  /** The body in whose name the act is done; `null` where none is concerned. */
  bodyId: string | null;
  judged: Judged | null;
  /** State of the instrument; absent where there is none yet. */
  state?: State;
  /** Whether figures have come out, of its close or of a day before that was announced. */
  released?: boolean;
  /** How many may answer the instrument, or have where nobody knows. */
  eligible?: number;
  /** Whether the results stand on a public page. */
  published?: boolean;
}

/**
 * Whom an instrument judges. Only an `evaluation` judges a person: the head of the unit it asks about. A satisfaction
 * survey of parents about a school asks about the school's service, so its head is not the judged leader; she holds no
 * organizer's role either way. Source: separation rule R1, "subject ≠ organiser".
 *
 * A follow-up, which asks whether the answers of a consultation were answers, judges the head who approved them.
 */
export function judgedIn(kind: string, unitId: string, isFollowUp = false): Judged | null {
  return kind === 'evaluation' || isFollowUp ? { unitId } : null;
}
