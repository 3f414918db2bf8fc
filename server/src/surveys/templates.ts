import { readFileSync } from 'node:fs';
import type { TemplateView } from '@danban/contract';
import { fromTemplate, notYetPossible, templateSchema, templatesFile, type Template } from '@danban/survey';

const seeded = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../seeds/${name}`, import.meta.resolve('@danban/db')), 'utf8'));
const templates = new Map<string, Template>(
  templatesFile.parse(seeded('templates.vi.json')).templates.map((template) => [template.id, template]),
);

/** What the people of a consultation are asked again by; it is made of a consultation alone, so it is not in the library. */
export const followUpTemplate = fromTemplate(templateSchema.parse(seeded('follow-up.vi.json')));

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
