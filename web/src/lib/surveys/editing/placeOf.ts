import type { MessageKey } from '@danban/i18n';
import { say } from '../../i18n.ts';

/** How the fields of a definition are called on the page, by the last names of their paths. */
const fields: Record<string, MessageKey> = {
  title: 'survey.titleField',
  intro: 'survey.introField',
  audience: 'edit.audience',
  audienceKind: 'edit.audienceKind',
  countUnit: 'edit.countUnit',
  door: 'edit.door',
  urgent: 'urgent.edit',
  estMinutes: 'edit.minutes',
  headline: 'edit.headline',
  motto: 'edit.motto',
  legalBases: 'edit.legalBases',
  text: 'survey.questionText',
  help: 'survey.help',
  options: 'edit.options',
  rows: 'edit.rows',
  showIf: 'edit.showIf',
  required: 'survey.required',
  sensitive: 'survey.sensitive',
  maxChoices: 'edit.maxChoices',
  min: 'edit.min',
  max: 'edit.max',
  maxLength: 'edit.maxLength',
  unit: 'raise.unit',
  comments: 'raise.comments',
  vi: 'survey.vi',
  en: 'survey.en',
};

export const fieldName = (step: string | undefined): string[] => (fields[step ?? ''] ? [say(fields[step!]!)] : []);

/** The items of a list, by its name: "Câu 3", "Lựa chọn 2". */
const numbered: Record<string, MessageKey> = {
  questions: 'survey.question',
  options: 'survey.option',
  rows: 'survey.row',
  legalBases: 'basis.one',
};

/** Where in the editor a path lies, in words: "Câu 3 · Lựa chọn 2 · Tiếng Việt"; empty where it is nowhere there. */
export function placeOf(path: string): string {
  const steps = path.split('.');
  return steps.flatMap((step, at) => nameAt(steps, step, at)).join(' · ');
}

function nameAt(steps: readonly string[], step: string, at: number): string[] {
  const [list, number] = [numbered[steps[at - 1] ?? ''], Number(step)];
  if (list && Number.isInteger(number)) return [say(list, { number: number + 1 })];
  const inItem = step === 'text' && numbered[steps[at - 2] ?? ''] !== undefined && steps[at - 2] !== 'questions';
  const holdsItem = numbered[step] !== undefined && steps[at + 1] !== undefined;
  return inItem || holdsItem ? [] : fieldName(step);
}
