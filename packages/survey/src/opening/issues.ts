import { type Definition, entersByCode, isGuarded } from '../definition.ts';
import type { Text } from '../wording.ts';
import type { LegalDocument } from '../legal/register.ts';
import { conditionIssues } from './conditions.ts';
import { type Beginning, englishIssues } from './english.ts';
import { givenIssues } from './given.ts';
import { error, type OpeningIssue, warning } from './issue.ts';
import { legalIssues } from './legal.ts';
import { notYetPossible } from './notYet.ts';
import { headTexts, textsOf } from './place.ts';
import { planIssues } from './plan.ts';
import { unfilledIssues } from './template.ts';

/** `no-mail`: no server of mail is set; `no-contact`: nobody is named. */
export type UrgentWay = 'ready' | 'no-mail' | 'no-contact';

/**
 * `eligible`: how many people may answer, null when unknown. `unitsCount`: units with a link or a table of their own.
 * `template`: the questions of the template it began as.
 */
export type OpeningContext = {
  eligible: number | null;
  closesAt: Date | null;
  now: Date;
  unitsCount: number;
  template: Pick<Definition, 'questions'> | null;
  /**
   * Whoever stands on the list, how many of them are of a unit that is not there (any more), and how many groups with a
   * key of their own they make; null without a list.
   */
  roster: { people: number; unplaced: number; strata: number } | null;
  /** Whether a message that cannot wait reaches anybody: there must be mail, and somebody it goes to. */
  urgent: UrgentWay;
  /** The texts it began with, to see which English may be behind; null where nobody asks. */
  beginning: Beginning | null;
  /** The published versions of the draft it may be about. */
  drafts: readonly { number: number; tree: string }[];
  /** For how many days it should be open at least, where its organizer has set that; else the definition says it. */
  leastOpenDays: number | null;
  /** The legal texts that are known, for the bases the definition names. */
  register: readonly LegalDocument[];
};

/** Every respondent's page fetches all keys, half a kilobyte each, and each takes half a second to make. */
const MOST_STRATA = 300;

const DAY = 24 * 60 * 60 * 1000;
const FEW_INVITED = 8;
const GUARDED_THRESHOLD = 10;
/** Doors that discourage a second answer and do not prevent it. */
const OPEN_DOORS: readonly Definition['door'][] = ['open_link', 'unit_link'];

/** Everything that speaks against opening now; open only when no issue is an error. Rules: disclosure R1, R2. */
export function issuesBeforeOpening(definition: Definition, context: OpeningContext): OpeningIssue[] {
  return [
    ...notYetPossible(definition),
    ...doorIssues(definition, context),
    ...urgentIssues(definition, context),
    ...thresholdIssues(definition),
    ...invitedIssues(definition, context),
    ...closingIssues(definition, context),
    ...contentIssues(definition),
    ...legalIssues(definition, context.register, context.now),
    ...conditionIssues(definition),
    ...planIssues(definition, context),
    ...unfilledIssues(definition, context.template),
    ...draftIssues(definition, context.drafts),
    ...laterIssues(definition),
    ...givenIssues(definition),
    ...translationIssues(definition),
    ...englishIssues(definition, context.beginning),
  ];
}

function doorIssues({ door, rules }: Definition, { unitsCount, roster }: OpeningContext): OpeningIssue[] {
  const open = OPEN_DOORS.includes(door);
  return [
    ...(door === 'unit_link' && unitsCount < 1 ? [error('no-unit')] : []),
    // Whoever holds the link may answer twice: a ballot that promises one each needs another door.
    ...(open && rules?.oneBallotPerPerson ? [error('door-counts-twice')] : []),
    ...(door === 'roster' ? rosterIssues(roster) : []),
  ];
}

function rosterIssues(roster: OpeningContext['roster']): OpeningIssue[] {
  if (!roster || roster.people === 0) return [error('roster-empty')];
  const { unplaced, strata } = roster;
  return [
    ...(unplaced > 0 ? [error('roster-unit-gone', { params: { people: unplaced } })] : []),
    ...(strata > MOST_STRATA ? [error('roster-too-many-units', { params: { units: strata, most: MOST_STRATA } })] : []),
  ];
}

/** A way that leads to nobody would be worse than none. */
function urgentIssues({ urgent: wanted }: Definition, { urgent: way }: OpeningContext): OpeningIssue[] {
  return wanted && way !== 'ready' ? [error(`urgent-${way}`)] : [];
}

/** Judged heads and minors are held to ten everywhere. */
function thresholdIssues(definition: Definition): OpeningIssue[] {
  const tooLow = isGuarded(definition) && definition.thresholds.unit < GUARDED_THRESHOLD;
  return tooLow ? [error('threshold-too-low', { params: { least: GUARDED_THRESHOLD } })] : [];
}

function invitedIssues(definition: Definition, { eligible, unitsCount, roster }: OpeningContext): OpeningIssue[] {
  const { thresholds } = definition;
  if (roster?.people === 0) return [];
  // With printed slips it is known how many there are.
  if (eligible === null) return entersByCode(definition) ? [] : [warning('eligible-unknown')];
  // Below the threshold nothing could ever be shown: people would be asked for nothing.
  if (eligible < thresholds.unit)
    return [error('fewer-invited-than-threshold', { params: { eligible, least: thresholds.unit } })];
  if (eligible < FEW_INVITED) return [warning('few-invited', { params: { eligible, least: FEW_INVITED } })];
  return unitsCount > 1 && eligible / unitsCount < FEW_INVITED
    ? [warning('small-units', { params: { least: FEW_INVITED } })]
    : [];
}

function closingIssues({ minOpenDays = 1 }: Definition, context: OpeningContext): OpeningIssue[] {
  const { closesAt, now, leastOpenDays } = context;
  const least = leastOpenDays ?? minOpenDays;
  if (closesAt === null) return [error('closing-date-missing')];
  const left = closesAt.getTime() - now.getTime();
  // Written so that an invalid date (NaN) is refused as well.
  if (!(left > 0)) return [error('closing-date-past')];
  return left < least * DAY ? [warning('open-too-short', { params: { least } })] : [];
}

function contentIssues({ questions, legalBases }: Definition): OpeningIssue[] {
  if (questions.length === 0) return [error('no-question')];
  const headline = questions.some((question) => question.headline) ? [] : [warning('no-headline')];
  return legalBases.length === 0 ? [...headline, warning('no-legal-basis')] : headline;
}

/** People who are asked clause by clause must be able to read the clauses, and all of them the same. */
function draftIssues({ kind, draft, questions }: Definition, drafts: OpeningContext['drafts']): OpeningIssue[] {
  const onClauses = questions.some((question) => 'clauseRef' in question);
  const about = draft?.published;
  if (about === undefined) {
    if (kind === 'consultation' && onClauses) return [error('draft-not-published')];
    return draft !== undefined || onClauses ? [warning('draft-sent-separately')] : [];
  }
  const isThere = drafts.some(({ number, tree }) => number === about.number && tree === about.tree);
  if (!isThere) return [error('draft-not-published')];
  return drafts.some(({ number }) => number > about.number) ? [warning('draft-newer')] : [];
}

/** What happens later than one might think. */
function laterIssues({ questions }: Definition): OpeningIssue[] {
  const alerts = questions.filter((question) => 'alert' in question);
  return alerts.map(({ id }) => warning('alert-after-close', { questionId: id }));
}

function translationIssues(definition: Definition): OpeningIssue[] {
  const head = isTranslated(headTexts(definition)) ? [] : [warning('missing-english')];
  const missing = definition.questions.filter((question) => !isTranslated(textsOf(question, '')));
  return [...head, ...missing.map(({ id }) => warning('missing-english', { questionId: id }))];
}

function isTranslated(texts: readonly [string, Text][]): boolean {
  return texts.every(([, text]) => text.en !== undefined);
}
