import { anchorText, type Anchor, type Break, type BreakCode } from '@danban/audit';
import type { DatabaseReport, FileReport, Report } from './verify.ts';

/** One line of the report: a check that holds, one that does not, or something to know. */
export interface Line {
  mark: '✓' | '✗' | '·';
  text: string;
}

const good = (text: string): Line => ({ mark: '✓', text });
const bad = (text: string): Line => ({ mark: '✗', text });
const note = (text: string): Line => ({ mark: '·', text });

const breaks: Record<BreakCode, string> = {
  'no-beginning': 'is not the first act of a log: the beginning is missing',
  missing: 'does not come next: acts before it are missing',
  'out-of-order': 'stands twice, or before an act it should follow',
  'content-altered': 'is not as it was recorded: who, what, when or its details were altered',
  'link-altered': 'is not linked as it was recorded: its number or one of its hashes was altered',
  'not-linked': 'does not follow the act before it: one of the two was put in or made anew',
  'cut-short': 'and all after it are missing: the log was cut off at its end',
  'not-as-noted': 'is not the act whose hash was noted: the log was made anew, from here or from earlier on',
};

const actsOf = (count: number): string => (count === 1 ? '1 act' : `${count} acts`);

function brokenAt({ seq, code }: Break, acts: number): Line[] {
  const before = acts === 0 ? 'Nothing before it could be followed.' : `The ${actsOf(acts)} before it hold together.`;
  return [bad(`act ${seq} ${breaks[code]}. ${before}`)];
}

function ofAnchors(anchors: readonly Anchor[]): Line[] {
  return anchors.map(({ seq, begins }) => good(`act ${seq} is the one whose hash was noted (${begins.slice(0, 8)}…)`));
}

function ofChain({ acts, broken }: Report, anchors: readonly Anchor[]): Line[] {
  if (broken !== null) return brokenAt(broken, acts);
  return [
    good(`${actsOf(acts)}, numbered without a gap`),
    good('each act follows the very act before it, by its hash'),
    ...ofAnchors(anchors),
  ];
}

function ofHead({ head }: Report): Line[] {
  if (head === null) return [];
  return [
    note(`head: ${anchorText(head)}`),
    note(
      'Note the head outside of this computer. Only a noted head shows later that the end was cut off or made anew.',
    ),
  ];
}

export function databaseInWords(report: DatabaseReport, anchors: readonly Anchor[]): Line[] {
  if (report.broken !== null) return ofChain(report, anchors);
  const { acts, misfiled, backwards, changeRefused } = report;
  return [
    ...ofChain(report, anchors),
    good('the content of every act is what was recorded'),
    misfiled === null ? good('every act is found by its names') : bad(`act ${misfiled} is not found by its names`),
    changeRefused
      ? good('the database refuses to change or remove an act')
      : bad('the database does not refuse to change an act: a trigger is missing or off'),
    ...(backwards > 0
      ? [note(`${backwards} of ${acts} bear an earlier time than the act before: a clock differed`)]
      : []),
    ...ofHead(report),
  ];
}

export function fileInWords(report: FileReport, anchors: readonly Anchor[]): Line[] {
  const made = good(`an export of the audit log, made at ${report.exportedAt}`);
  if (report.broken !== null) return [made, ...ofChain(report, anchors)];
  const { acts, shown } = report;
  const rest =
    acts === shown ? '' : `; ${actsOf(acts - shown)} outside of this export are followed by their hashes alone`;
  return [
    made,
    ...ofChain(report, anchors),
    good(`the content of ${acts === shown ? 'every act' : `the ${actsOf(shown)} shown`} is what was recorded${rest}`),
    good('it ends where its first line says'),
    ...ofHead(report),
  ];
}
