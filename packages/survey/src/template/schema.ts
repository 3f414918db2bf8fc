import { z } from 'zod';
import { audienceKinds, certainties, countUnits, doors, kinds, rulesSchema } from '../definition.ts';
import { planSchema } from '../plan.ts';
import { facetSchema, showIfSchema } from '../questions/common.ts';
import { alertReaders, criteria, feeds, followUpNotices, profiles, stages } from '../questions/vocabulary.ts';

const id = z.string().min(1).max(80);
const words = z.string().min(1).max(4_000);
const facetList = z.array(facetSchema);

const option = z.strictObject({
  id,
  vi: words,
  en: words,
  score: z.number().nullable().exactOptional(),
  exclusive: z.boolean().exactOptional(),
  flag: z.string().exactOptional(),
  negative: z.boolean().exactOptional(),
});

const alert = z.strictObject({
  whenOptions: z.array(id),
  minCount: z.int(),
  windowDays: z.int(),
  notify: z.enum(alertReaders),
  note_vi: words,
});

const question = z.strictObject({
  id,
  type: z.string(),
  text_vi: words,
  text_en: words,
  help_vi: words.exactOptional(),
  help_en: words.exactOptional(),
  options: z.array(option),
  rows: z.array(z.strictObject({ id, vi: words, en: words })).exactOptional(),
  required: z.boolean(),
  showIf: showIfSchema.exactOptional(),
  motto: facetList.exactOptional(),
  headline: z.boolean().exactOptional(),
  dimension: z.boolean().exactOptional(),
  sensitive: z.boolean().exactOptional(),
  maxChoices: z.int().exactOptional(),
  min: z.number().exactOptional(),
  max: z.number().exactOptional(),
  unit: words.exactOptional(),
  maxLength: z.int().exactOptional(),
  longText: z.boolean().exactOptional(),
  alert: alert.exactOptional(),
  allowComment: z.boolean().exactOptional(),
  clauseRef: z.string().exactOptional(),
  criterion: z.enum(criteria).exactOptional(),
  profile: z.enum(profiles).exactOptional(),
  editableRows: z.boolean().exactOptional(),
  feeds: z.enum(feeds).exactOptional(),
  followUpNotice: z.enum(followUpNotices).exactOptional(),
  optionsFrom: z.literal('candidates').exactOptional(),
  piiAllowed: z.boolean().exactOptional(),
  randomizeOptions: z.boolean().exactOptional(),
  stage: z.enum(stages).exactOptional(),
});

const anonymity = z.strictObject({
  ...rulesSchema.shape,
  mode: z.enum(doors),
  minGroup: z.int(),
});

/** One template; that of asking people again stands alone, `db/seeds/follow-up.vi.json`. */
export const templateSchema = z.strictObject({
  id,
  kind: z.enum(kinds),
  title_vi: words,
  title_en: words,
  audience: z.enum(audienceKinds),
  audience_vi: words,
  audience_en: words,
  countUnit: z.enum(countUnits),
  motto: facetList,
  legalBasis: z.array(z.strictObject({ ref: id, vi: words, certainty: z.enum(certainties) })),
  anonymity,
  estMinutes: z.int(),
  intro_vi: words,
  intro_en: words,
  plan: planSchema.exactOptional(),
  questions: z.array(question).min(1),
  draftRef: z.string().exactOptional(),
  draftVersion: z.string().exactOptional(),
  minOpenDays: z.int().exactOptional(),
  placement: words.exactOptional(),
  urgent: z.literal(true).exactOptional(),
});
export type Template = z.output<typeof templateSchema>;
export type TemplateQuestion = Template['questions'][number];

/** The library of templates, `db/seeds/templates.vi.json`. */
export const templatesFile = z.strictObject({
  schemaVersion: z.literal(1),
  generated: z.string(),
  motto: z.array(z.strictObject({ key: facetSchema, vi: words, en: words })),
  questionTypes: z.record(z.string(), words),
  anonymityModes: z.record(z.string(), words),
  standardNotices: z.record(z.string(), words),
  templates: z.array(templateSchema),
});
export type TemplatesFile = z.output<typeof templatesFile>;
