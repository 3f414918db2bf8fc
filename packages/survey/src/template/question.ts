import type { TemplateOption, TemplateQuestion } from './schema.ts';

type Plain = Record<string, unknown>;
type Convert = (question: TemplateQuestion) => Plain;

const COMMON = ['required', 'motto', 'headline', 'dimension', 'sensitive'] as const;
/** Fields of a template that no definition carries yet. */
const UNSUPPORTED = [
  'alert',
  'allowComment',
  'clauseRef',
  'criterion',
  'editableRows',
  'feeds',
  'followUpNotice',
  'piiAllowed',
  'randomizeOptions',
  'stage',
] as const;
const UNSUPPORTED_IN_OPTIONS = ['flag', 'negative'] as const;

/** What each type takes from a template beside the common fields; a field that is absent stays absent. */
const OWN: Record<string, Convert> = {
  single: ({ options }) => ({ options: options.map((option) => itemFrom(option)) }),
  multi: ({ options, maxChoices }) => ({
    options: options.map((option) => ({ ...itemFrom(option), ...pick(option, ['exclusive']) })),
    ...(maxChoices === undefined ? {} : { maxChoices }),
  }),
  scale: ({ options }) => ({ options: options.map(scoredFrom) }),
  matrix: ({ options, rows }) => ({ options: options.map(scoredFrom), rows: rows?.map((row) => itemFrom(row)) }),
  number: (question) => ({
    ...pick(question, ['min', 'max']),
    ...(question.unit === undefined ? {} : { unit: { vi: question.unit } }),
  }),
  text: (question) => pick(question, ['maxLength', 'longText']),
};

/** The question as a definition writes it, still unchecked, and the names of the fields it loses. */
export function questionFrom(question: TemplateQuestion): { question: Plain; dropped: string[] } {
  const { id, type, text_vi, text_en, help_vi, help_en } = question;
  const help =
    help_vi === undefined ? {} : { help: { vi: help_vi, ...(help_en === undefined ? {} : { en: help_en }) } };
  return {
    question: {
      id,
      type,
      text: { vi: text_vi, en: text_en },
      ...help,
      ...pick(question, COMMON),
      ...OWN[type]?.(question),
    },
    dropped: droppedFields(question),
  };
}

function droppedFields(question: TemplateQuestion): string[] {
  const own = UNSUPPORTED.filter((field) => question[field] !== undefined);
  const inOptions = UNSUPPORTED_IN_OPTIONS.filter((field) => question.options.some((option) => option[field]));
  return [...own, ...inOptions.map((field) => `options.${field}`)];
}

function itemFrom({ id, vi, en }: { id: string; vi: string; en: string }): Plain {
  return { id, text: { vi, en } };
}

function scoredFrom(option: TemplateOption): Plain {
  return { ...itemFrom(option), ...pick(option, ['score']) };
}

function pick<Source extends object>(source: Source, fields: readonly (keyof Source)[]): Plain {
  return Object.fromEntries(
    fields.filter((field) => source[field] !== undefined).map((field) => [field, source[field]]),
  );
}
