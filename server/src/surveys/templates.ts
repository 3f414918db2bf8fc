import { readFileSync } from 'node:fs';
import type { TemplateView } from '@danban/contract';
import { fromTemplate, notYetPossible, templatesFile, type Template } from '@danban/survey';

const file = new URL('../seeds/templates.vi.json', import.meta.resolve('@danban/db'));
const templates = new Map<string, Template>(
  templatesFile.parse(JSON.parse(readFileSync(file, 'utf8'))).templates.map((template) => [template.id, template]),
);

export function findTemplate(id: string): Template | undefined {
  return templates.get(id);
}

export function allTemplates(): Template[] {
  return [...templates.values()];
}

/** The card of a template: what it is, and what keeps a survey made from it from opening, for now. */
export function templateView(template: Template): TemplateView {
  const definition = fromTemplate(template);
  return {
    id: template.id,
    title: definition.title,
    audience: definition.audience,
    questions: definition.questions.length,
    estMinutes: definition.estMinutes,
    door: definition.door,
    notYet: notYetPossible(definition).map((issue) => issue.code),
  };
}
