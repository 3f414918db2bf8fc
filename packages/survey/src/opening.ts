import type { Definition } from './definition.ts';
import type { Text } from './wording.ts';
import type { Question } from './questions/index.ts';

/** Something to mend (error) or to think about (warning) before an instrument opens. */
export type OpeningIssue = {
  code: string;
  severity: 'error' | 'warning';
  questionId?: string;
  params?: Record<string, string | number>;
};

/** `eligible`: how many people may answer, null when unknown. `unitsCount`: units with a link or a table of their own. */
export type OpeningContext = { eligible: number | null; closesAt: Date | null; now: Date; unitsCount: number };

const DAY = 24 * 60 * 60 * 1000;
const FEW_INVITED = 8;
const GUARDED_THRESHOLD = 10;
const READY_DOORS: readonly Definition['door'][] = ['open_link', 'unit_link'];

/** Everything that speaks against opening now; open only when no issue is an error. Rules: disclosure R1, R2. */
export function issuesBeforeOpening(definition: Definition, context: OpeningContext): OpeningIssue[] {
  return [
    ...doorIssues(definition, context),
    ...thresholdIssues(definition),
    ...invitedIssues(definition, context),
    ...closingIssues(definition, context),
    ...contentIssues(definition),
    ...translationIssues(definition),
  ];
}

const error = (code: string, params?: OpeningIssue['params']): OpeningIssue => issue('error', code, params);
const warning = (code: string, params?: OpeningIssue['params']): OpeningIssue => issue('warning', code, params);

function issue(severity: OpeningIssue['severity'], code: string, params: OpeningIssue['params']): OpeningIssue {
  return params ? { code, severity, params } : { code, severity };
}

function doorIssues({ door }: Definition, { unitsCount }: OpeningContext): OpeningIssue[] {
  if (!READY_DOORS.includes(door)) return [error('door-not-available', { door })];
  return door === 'unit_link' && unitsCount < 1 ? [error('no-unit')] : [];
}

/** Judged heads and minors are held to ten everywhere. */
function thresholdIssues({ kind, audienceKind, thresholds }: Definition): OpeningIssue[] {
  const guarded = kind === 'evaluation' || audienceKind === 'student';
  const tooLow = guarded && thresholds.unit < GUARDED_THRESHOLD;
  return tooLow ? [error('threshold-too-low', { least: GUARDED_THRESHOLD })] : [];
}

function invitedIssues({ thresholds }: Definition, { eligible, unitsCount }: OpeningContext): OpeningIssue[] {
  if (eligible === null) return [warning('eligible-unknown')];
  // Below the threshold nothing could ever be shown: people would be asked for nothing.
  if (eligible < thresholds.unit) return [error('fewer-invited-than-threshold', { eligible, least: thresholds.unit })];
  if (eligible < FEW_INVITED) return [warning('few-invited', { eligible, least: FEW_INVITED })];
  return unitsCount > 1 && eligible / unitsCount < FEW_INVITED ? [warning('small-units', { least: FEW_INVITED })] : [];
}

function closingIssues({ minOpenDays = 1 }: Definition, { closesAt, now }: OpeningContext): OpeningIssue[] {
  if (closesAt === null) return [error('closing-date-missing')];
  const left = closesAt.getTime() - now.getTime();
  // Written so that an invalid date (NaN) is refused as well.
  if (!(left > 0)) return [error('closing-date-past')];
  return left < minOpenDays * DAY ? [warning('open-too-short', { least: minOpenDays })] : [];
}

function contentIssues({ questions, legalBases }: Definition): OpeningIssue[] {
  if (questions.length === 0) return [error('no-question')];
  const headline = questions.some((question) => question.headline) ? [] : [warning('no-headline')];
  return legalBases.length === 0 ? [...headline, warning('no-legal-basis')] : headline;
}

function translationIssues({ title, intro, audience, questions }: Definition): OpeningIssue[] {
  const head = isTranslated([title, intro, audience]) ? [] : [warning('missing-english')];
  const missing = questions.filter((question) => !isTranslated(textsOf(question)));
  return [...head, ...missing.map(({ id }) => ({ ...warning('missing-english'), questionId: id }))];
}

function isTranslated(texts: readonly Text[]): boolean {
  return texts.every((text) => text.en !== undefined);
}

function textsOf(question: Question): Text[] {
  const options = 'options' in question ? question.options.map((option) => option.text) : [];
  const rows = 'rows' in question ? question.rows.map((row) => row.text) : [];
  return [question.text, ...(question.help ? [question.help] : []), ...options, ...rows];
}
