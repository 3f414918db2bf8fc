import { type Definition, definitionSchema } from '../definition.ts';
import { isQuestionKind } from '../questions/index.ts';
import { questionFrom } from './question.ts';
import type { Template, TemplateQuestion } from './schema.ts';

/** What a definition cannot carry yet. With `field` the question stays without it, otherwise it is left out whole. */
export type LeftOut = {
  questionId: string;
  field?: string;
  reason: 'type-unsupported' | 'options-from-unsupported' | 'stage-unsupported' | 'field-unsupported';
};
export type FromTemplate = { definition: Definition; leftOut: LeftOut[] };

/** Comments and sensitive questions are never shown from fewer than ten. */
const GUARDED_THRESHOLD = 10;

/** A definition to start from. Throws when the template, though well-formed, makes no valid definition. */
export function fromTemplate(template: Template): FromTemplate {
  const kept = template.questions.filter((question) => reasonToLeaveOut(question) === undefined);
  const converted = kept.map(questionFrom);
  const definition = definitionSchema.parse({ ...headOf(template), questions: converted.map((one) => one.question) });
  const dropped = converted.flatMap(({ question, dropped }) =>
    dropped.map((field): LeftOut => ({ questionId: String(question['id']), field, reason: 'field-unsupported' })),
  );
  return { definition, leftOut: [...template.questions.flatMap(leftOutWhole), ...dropped] };
}

function leftOutWhole(question: TemplateQuestion): LeftOut[] {
  const reason = reasonToLeaveOut(question);
  return reason ? [{ questionId: question.id, reason }] : [];
}

/** Of a ballot in two rounds the first one stays: mixed into one form, the rounds would make no sense. */
function reasonToLeaveOut({ type, optionsFrom, stage }: TemplateQuestion): LeftOut['reason'] | undefined {
  if (!isQuestionKind(type)) return 'type-unsupported';
  if (optionsFrom !== undefined) return 'options-from-unsupported';
  return stage === 'ballot' ? 'stage-unsupported' : undefined;
}

function headOf(template: Template) {
  const { minGroup, mode } = template.anonymity;
  const guarded = Math.max(minGroup, GUARDED_THRESHOLD);
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
    legalBases: template.legalBasis.map(({ ref, vi }) => ({ ref, text: { vi } })),
    estMinutes: template.estMinutes,
    ...(template.minOpenDays === undefined ? {} : { minOpenDays: template.minOpenDays }),
    door: mode,
    thresholds: { unit: minGroup, comments: guarded, sensitive: guarded },
  };
}
