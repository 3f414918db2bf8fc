import type { Definition } from '../definition.ts';
import type { Question } from '../questions/index.ts';
import { languages } from '../localised.ts';
import type { OpeningIssue } from './issue.ts';
import type { Text } from '../wording.ts';

/** Where in a definition an issue of its head is mended; what is not here has no one place. */
const inHead: Record<string, string> = {
  'no-unit': 'door',
  'roster-empty': 'door',
  'roster-unit-gone': 'door',
  'door-counts-twice': 'door',
  'org-track-not-available': 'rules.orgTrack',
  'threshold-too-low': 'thresholds.unit',
  'fewer-invited-than-threshold': 'thresholds.unit',
  'eligible-unknown': 'audienceKind',
  'urgent-no-mail': 'urgent',
  'urgent-no-contact': 'urgent',
  'plan-unknown-question': 'plan',
  'plan-twice': 'plan',
  'plan-crossed-undeclared': 'plan.crossed',
  'plan-interim-promised-not': 'plan.interim',
  'plan-interim-past': 'plan.interim',
  'plan-interim-after-close': 'plan.interim',
  'plan-interim-too-often': 'plan.interim',
  'plan-interim-too-few': 'plan.interim',
  'no-headline': 'headline',
  'no-legal-basis': 'legalBases',
  'legal-basis-to-fill': 'legalBases',
};

const inQuestion: Record<string, string> = {
  'condition-unknown-question': 'showIf',
  'condition-not-earlier': 'showIf',
  'condition-not-a-choice': 'showIf',
  'condition-unknown-option': 'showIf',
  'condition-never-true': 'showIf',
  'condition-always-true': 'showIf',
  'condition-union-not-shown': 'showIf',
  'candidates-not-entered': 'options',
  'fewer-candidates-than-choices': 'maxChoices',
  'rows-as-in-template': 'rows',
  'plan-not-single': 'dimension',
  'plan-not-marked': 'dimension',
  'plan-conditional': 'showIf',
  'plan-too-many-options': 'options',
  'plan-sensitive': 'sensitive',
};

/** Paths of the fields where an issue is mended, as `parseDefinition` names places; none where it is mended elsewhere. */
export function placesOfIssue(issue: OpeningIssue, definition: Definition): string[] {
  const { code, questionId } = issue;
  if (code === 'missing-english') return untranslated(definition, questionId).map((path) => `${path}.en`);
  if (code === 'words-as-given') return places(definition, questionId, issue.params?.['words']);
  if (code === 'english-behind') return [`${issue.params?.['at']}.en`];
  if (code.startsWith('legal-basis-') && issue.params?.['ref'] !== undefined) {
    const basis = definition.legalBases.findIndex(({ ref }) => ref === issue.params?.['ref']);
    return basis < 0 ? [] : [`legalBases.${basis}.text.vi`];
  }
  if (questionId === undefined) return inHead[code] === undefined ? [] : [inHead[code]];
  const at = definition.questions.findIndex((question) => question.id === questionId);
  if (at < 0) return [];
  const field = inQuestion[code];
  return [field === undefined ? `questions.${at}` : `questions.${at}.${field}`];
}

function untranslated(definition: Definition, questionId: string | undefined): string[] {
  return textsIn(definition, questionId)
    .filter(([, text]) => text.en === undefined)
    .map(([path]) => path);
}

/** The fields that hold these words. */
function places(definition: Definition, questionId: string | undefined, words: unknown): string[] {
  return textsIn(definition, questionId).flatMap(([path, text]) =>
    languages.filter((lang) => text[lang]?.trim() === words).map((lang) => `${path}.${lang}`),
  );
}

/** The texts of a question, or of the head. */
function textsIn(definition: Definition, questionId: string | undefined): [string, Text][] {
  const at = definition.questions.findIndex((question) => question.id === questionId);
  return at < 0 ? headTexts(definition) : textsOf(definition.questions[at]!, `questions.${at}`);
}

/** Every text of the head that is to be there in both languages, by its path. */
export function headTexts({
  title,
  intro,
  audience,
}: Pick<Definition, 'title' | 'intro' | 'audience'>): [string, Text][] {
  return [
    ['title', title],
    ['intro', intro],
    ['audience', audience],
  ];
}

/** Every text of a question that is to be there in both languages, by its path under `path`. */
export function textsOf(question: Question, path: string): [string, Text][] {
  const options = 'options' in question ? question.options : [];
  const rows = 'rows' in question ? question.rows : [];
  const lists = Object.entries({ options, rows }).flatMap(([list, items]) =>
    items.map(({ text }, at): [string, Text] => [`${path}.${list}.${at}.text`, text]),
  );
  const help: [string, Text][] = question.help ? [[`${path}.help`, question.help]] : [];
  return [[`${path}.text`, question.text], ...help, ...lists];
}
