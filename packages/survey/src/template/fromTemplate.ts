import { type Definition, definitionSchema } from '../definition.ts';
import { questionFrom } from './question.ts';
import type { Template } from './schema.ts';

/** Comments and sensitive questions are never shown from fewer than ten. */
const GUARDED_THRESHOLD = 10;

/**
 * A definition to start from, with everything the template says. Throws when the template, though well-formed, makes no
 * valid definition.
 */
export function fromTemplate(template: Template): Definition {
  return definitionSchema.parse({ ...headOf(template), questions: template.questions.map(questionFrom) });
}

function headOf(template: Template) {
  const { minGroup, mode, ...rules } = template.anonymity;
  const guarded = Math.max(minGroup, GUARDED_THRESHOLD);
  const { minOpenDays, placement, draftRef, draftVersion, urgent } = template;
  return {
    schema: 1,
    template: template.id,
    kind: template.kind,
    title: { vi: template.title_vi, en: template.title_en },
    intro: { vi: template.intro_vi, en: template.intro_en },
    audience: { vi: template.audience_vi, en: template.audience_en },
    audienceKind: template.audience,
    countUnit: template.countUnit,
    motto: template.motto,
    legalBases: template.legalBasis.map(({ ref, vi, certainty }) => ({ ref, text: { vi }, certainty })),
    estMinutes: template.estMinutes,
    ...(minOpenDays === undefined ? {} : { minOpenDays }),
    ...(placement === undefined ? {} : { placement: { vi: placement } }),
    ...(draftRef === undefined ? {} : { draft: draftOf(draftRef, draftVersion) }),
    rules,
    ...(urgent === undefined ? {} : { urgent }),
    door: mode,
    thresholds: { unit: minGroup, comments: guarded, sensitive: guarded },
    ...(template.plan === undefined ? {} : { plan: template.plan }),
  };
}

function draftOf(ref: string, version: string | undefined) {
  return version === undefined ? { ref } : { ref, version };
}
