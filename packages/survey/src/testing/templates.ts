import { fromTemplate } from '../template/fromTemplate.ts';
import { templateSchema, templatesFile } from '../template/schema.ts';

declare global {
  interface ImportMeta {
    glob(pattern: string, options: { eager: true; import: 'default' }): Record<string, unknown>;
  }
}

// The seeds are read as data by the test runner: an import would make the package know a layer that stands after it.
const [library] = Object.values(
  import.meta.glob('../../../../db/seeds/templates.vi.json', { eager: true, import: 'default' }),
);

/** The library as it is seeded, and what each template becomes. */
export const templates = templatesFile.parse(library).templates;
export const started = templates.map((template) => ({
  id: template.id,
  template,
  definition: fromTemplate(template),
}));

/** The definition that the template with this id becomes. */
export function definitionOf(id: string) {
  const found = started.find((one) => one.id === id);
  if (!found) throw new Error(`no template ${id}`);
  return found.definition;
}

const [again] = Object.values(
  import.meta.glob('../../../../db/seeds/follow-up.vi.json', { eager: true, import: 'default' }),
);

/** What asks people again whether their points were answered. */
export const followUp = fromTemplate(templateSchema.parse(again));
