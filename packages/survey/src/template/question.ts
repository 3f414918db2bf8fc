import type { TemplateQuestion } from './schema.ts';

type Plain = Record<string, unknown>;

/** Fields a definition writes as the template does; which of them a type takes is for its schema to say. */
const SAME = [
  'id',
  'type',
  'required',
  'showIf',
  'motto',
  'headline',
  'dimension',
  'sensitive',
  'criterion',
  'profile',
  'stage',
  'feeds',
  'followUpNotice',
  'clauseRef',
  'allowComment',
  'randomizeOptions',
  'optionsFrom',
  'editableRows',
  'maxChoices',
  'min',
  'max',
  'maxLength',
  'longText',
  'piiAllowed',
] as const;

/** The question as a definition writes it, still unchecked. Nothing of the template is left out. */
export function questionFrom(question: TemplateQuestion): Plain {
  const { text_vi, text_en, help_vi, help_en, unit, options, rows, alert } = question;
  return {
    ...pick(question, SAME),
    text: { vi: text_vi, en: text_en },
    ...(help_vi === undefined ? {} : { help: { vi: help_vi, ...(help_en === undefined ? {} : { en: help_en }) } }),
    ...(unit === undefined ? {} : { unit: { vi: unit } }),
    // A template lists no options where a type has none.
    ...(options.length === 0 ? {} : { options: options.map(itemFrom) }),
    ...(rows === undefined ? {} : { rows: rows.map(itemFrom) }),
    ...(alert === undefined ? {} : { alert: alertFrom(alert) }),
  };
}

function itemFrom({ vi, en, ...rest }: { vi: string; en: string }): Plain {
  return { ...rest, text: { vi, en } };
}

function alertFrom({ note_vi, ...rest }: NonNullable<TemplateQuestion['alert']>): Plain {
  return { ...rest, note: { vi: note_vi } };
}

function pick<Source extends object>(source: Source, fields: readonly (keyof Source)[]): Plain {
  return Object.fromEntries(
    fields.filter((field) => source[field] !== undefined).map((field) => [field, source[field]]),
  );
}
