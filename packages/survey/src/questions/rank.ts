import { z } from 'zod';
import { isRecord, type Refuse } from '../answers.ts';
import { LIMITS } from '../limits.ts';
import { duplicateIds, moreThanOptions, positionsOf, readOne } from './choice.ts';
import { commonFields, itemFields, listFields } from './common.ts';
import { rowField } from './fields.ts';
import type { FormFields, Prepared, QuestionType } from './type.ts';

const schema = z.strictObject({
  ...commonFields,
  ...listFields,
  type: z.literal('rank'),
  options: z.array(z.strictObject(itemFields)).min(2).max(LIMITS.ranked),
  /** How many places there are; as many as options when absent. */
  maxChoices: z.int().min(1).max(LIMITS.ranked).exactOptional(),
});
type Rank = z.output<typeof schema>;

/** Option id → place; 1 is first, places follow without a gap. */
type Places = Record<string, number>;

/** Options put in order, all of them or the first few. Counted option by option: how often in each place. */
export const rank: QuestionType<typeof schema, Places> = {
  schema,
  check: (question) => [...duplicateIds(question.options, 'duplicate-option'), ...moreThanOptions(question)],
  fields: (question) => question.options.map((option) => rowField(question.id, option.id)),
  columns(question) {
    const places = placesOf(question);
    return question.options.map((option) => ({ part: { option: option.id }, options: places }));
  },
  words: () => [],
  maxBytes: (question) => question.options.reduce((bytes, option) => bytes + option.id.length + 6, 2),
  prepare,
};

/** How many places a ranking has. */
export function placesOf({ options, maxChoices }: Pick<Rank, 'options' | 'maxChoices'>): number {
  return Math.min(maxChoices ?? options.length, options.length);
}

function prepare(question: Rank): Prepared<Places> {
  const { id, options } = question;
  return {
    read: (form) => readPlaces(question, form),
    write: (value) => Object.entries(value).map(([option, place]) => [rowField(id, option), String(place)]),
    validate: validator(question),
    pack(value, out, at) {
      options.forEach((option, offset) => (out[at + offset] = value[option.id] ?? 0));
    },
  };
}

/** A place that is no number stays a string, which validation refuses. */
function readPlaces({ id, options }: Rank, form: FormFields): unknown {
  const read = options.map((option) => [option.id, readOne(form, rowField(id, option.id))] as const);
  const given = read.filter(([, place]) => place !== undefined);
  const typed = given.map(([option, place]) => [option, /^\d{1,2}$/.test(String(place)) ? Number(place) : place]);
  return typed.length > 0 ? Object.fromEntries(typed) : undefined;
}

function validator(question: Rank) {
  const { options, required } = question;
  const positions = positionsOf(options);
  const places = placesOf(question);

  return (raw: unknown, refuse: Refuse): Places | undefined => {
    if (raw !== undefined && !isRecord(raw)) return refuse('wrong-type');
    const given = raw ?? {};
    if (Object.keys(given).some((option) => !positions.has(option))) return refuse('unknown-option');
    const ranked = options.flatMap(({ id }) => (Object.hasOwn(given, id) ? [{ id, place: given[id] }] : []));
    if (ranked.length === 0) return required ? refuse('required') : undefined;
    if (!arePlaces(ranked, places, refuse)) return undefined;
    if (required && ranked.length < places) return refuse('places-missing', { params: { places } });
    return inOrder(ranked);
  };
}

type Ranked = { id: string; place: number };

/** Whether each given place exists and is given once; everything wrong goes to `refuse`. */
function arePlaces(given: { id: string; place: unknown }[], places: number, refuse: Refuse): given is Ranked[] {
  const taken = new Set<unknown>();
  let wrong = false;
  for (const { id, place } of given) {
    const refusal = refusalOf(place, places, taken);
    taken.add(place);
    if (refusal === undefined) continue;
    wrong = true;
    refuse(refusal.code, { rowId: id, ...(refusal.params && { params: refusal.params }) });
  }
  return !wrong;
}

function refusalOf(place: unknown, places: number, taken: ReadonlySet<unknown>) {
  if (typeof place !== 'number') return { code: 'wrong-type' as const };
  if (!Number.isInteger(place) || place < 1 || place > places) {
    return { code: 'out-of-range' as const, params: { min: 1, max: places } };
  }
  return taken.has(place) ? { code: 'duplicate-place' as const, params: { place } } : undefined;
}

/** Only the order says something: a place left out closes up. */
function inOrder(ranked: Ranked[]): Places {
  const sorted = ranked.toSorted((a, b) => a.place - b.place);
  return Object.fromEntries(sorted.map(({ id }, at) => [id, at + 1]));
}
