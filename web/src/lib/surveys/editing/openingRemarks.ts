import type { SurveyView } from '@danban/contract';
import {
  issuesBeforeOpening,
  placesOfIssue,
  type Definition,
  type LegalDocument,
  type OpeningContext,
  type OpeningIssue,
} from '@danban/survey';
import { say } from '../../i18n.ts';
import type { Remark } from '../../ui/remarks.ts';
import { openingSentence } from '../openingIssues.ts';

/** What speaks against opening, once for all questions it is found in. */
export interface OpeningRemark {
  severity: OpeningIssue['severity'];
  sentence: string;
  /** Where it is mended: fields, or the questions it is found in, which `name` says. */
  links: { path: string; name: string }[];
  /** The same beside each of its fields. */
  beside: Remark[];
}

const day = 24 * 60 * 60 * 1000;

/** What speaks against opening the draft as it is written now; its dates are chosen when it is opened. */
export function openingRemarks(
  { context, issues }: SurveyView,
  definition: Definition,
  register: readonly LegalDocument[],
): OpeningRemark[] {
  const now = new Date();
  const closesAt = new Date(now.getTime() + (context?.leastOpenDays ?? definition.minOpenDays ?? 7) * day);
  const template = context?.template as OpeningContext['template'];
  const beginning = context?.beginning as OpeningContext['beginning'];
  const known = { ...context!, template, beginning, register, now, closesAt };
  const found = context ? issuesBeforeOpening(definition, known) : issues;
  const remarks = new Map<string, OpeningRemark>();
  for (const issue of found as OpeningIssue[]) {
    // Its close is not chosen yet: what lies behind it is seen when it is.
    if (issue.code === 'plan-interim-after-close') continue;
    const sentence = openingSentence({ ...issue, questionId: undefined }, definition);
    const key = `${issue.severity} ${sentence}`;
    const remark = remarks.get(key) ?? { severity: issue.severity, sentence, links: [], beside: [] };
    const paths = placesOfIssue(issue, definition);
    const at = definition.questions.findIndex(({ id }) => id === issue.questionId);
    const name = at < 0 ? '' : say('survey.question', { number: at + 1 });
    if (paths[0] !== undefined && !remark.links.some((link) => link.name === name))
      remark.links.push({ path: paths[0], name });
    remark.beside.push(...paths.map((path) => besideAt(path, issue, sentence)));
    remarks.set(key, remark);
  }
  return [...remarks.values()];
}

function besideAt(path: string, { code, severity }: OpeningIssue, sentence: string): Remark {
  const short =
    code === 'missing-english' ? say('edit.noEnglish') : code === 'english-behind' && say('edit.englishBehind');
  return { path, tone: severity, sentence: short || sentence };
}
