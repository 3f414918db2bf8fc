import { readFileSync } from 'node:fs';
import type { TemplateView } from '@danban/contract';
import { fromTemplate, templatesFile, type Template } from '@danban/survey';

const file = new URL('../seeds/templates.vi.json', import.meta.resolve('@danban/db'));
const templates = new Map<string, Template>(
  templatesFile.parse(JSON.parse(readFileSync(file, 'utf8'))).templates.map((template) => [template.id, template]),
);

const doorsThatExist = new Set(['open_link', 'unit_link']);

export function findTemplate(id: string): Template | undefined {
  return templates.get(id);
}

export function allTemplates(): Template[] {
  return [...templates.values()];
}

/** The card of a template: what it is, and why it cannot be used yet if so. */
export function templateView(template: Template): TemplateView {
  const { definition, leftOut } = fromTemplate(template);
  const missing = leftOut.filter((one) => one.field === undefined).map((one) => one.reason);
  const door = doorsThatExist.has(definition.door) ? [] : ['door-not-available'];
  return {
    id: template.id,
    title: definition.title,
    audience: definition.audience,
    questions: definition.questions.length,
    estMinutes: definition.estMinutes,
    door: definition.door,
    unavailable: [...new Set([...missing, ...door])],
  };
}
