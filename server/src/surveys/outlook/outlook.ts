import { z } from 'zod';
import type { OutlookAssumed, OutlookView, OutlookWarning } from '@danban/contract';
import type { Expected, PlanPreview, PlanWarning } from '@danban/disclosure';
import { criteriaOf, type QuestionOf } from '@danban/survey';
import type { House } from '../../house.ts';
import { answeringUnits, definitionInForce, type FrozenUnit } from '../frozen.ts';
import { previewAside } from './aside.ts';
import type { SurveyRow } from '../queries.ts';
import { releasePlan, thresholdsOf } from '../releasePlan.ts';
import { freezableToday } from '../service.ts';

const percent = z.coerce.number().min(0).max(100);

/** What somebody assumes instead of what is taken for granted: `rate=60&each=25&q1.0=0&q1.1=70&q1.2=30`. */
export const outlookWanted = z
  .object({
    rate: z.coerce.number().int().min(5).max(100).optional(),
    each: z.coerce.number().int().min(1).max(100_000).optional(),
  })
  .catchall(percent);
type Wanted = z.infer<typeof outlookWanted>;

/** Usual shares where nothing else is said: of those asked, of those who answer. */
const usual = { rate: 80, silent: 3, each: 30 };

/** What a release of the draft would show, from the people who would be asked if it opened today. Reads no answer. */
export async function outlookOf(house: House, survey: SurveyRow, wanted: Wanted): Promise<OutlookView> {
  const definition = definitionInForce(survey);
  const { tree } = await freezableToday(house, survey, definition);
  const criteria = criteriaOf(definition.plan, definition.questions);
  const places = answeringUnits(definition, tree);
  const unknown = places.filter(({ invited }) => invited === null).length;
  const assumed = assumedIn(wanted, criteria, unknown > 0 ? usualEach(places, tree) : null);
  const asked = new Uint32Array(tree.length);
  for (const { position, invited } of places) asked[position] = invited ?? assumed.each ?? 0;
  const people = asked.map((count) => Math.round((count * assumed.rate) / 100));
  const expected: Expected = {
    tree: { parent: Int32Array.from(tree, ({ parent }) => parent) },
    plan: releasePlan(definition, criteria),
    people,
    shares: assumed.shares.map(({ percents }) => percents),
    thresholds: thresholdsOf(definition),
  };
  const { preview, sampled } = await previewAside(expected);
  return {
    assumed,
    asked: sum(asked),
    answering: sum(people),
    places: places.length,
    unknown,
    sampled,
    ...said(preview, criteria),
  };
}

const sum = (counts: Iterable<number>): number => [...counts].reduce((all, count) => all + count, 0);

/** At the one place of a common link as many as are known anywhere, else so many as work in an office. */
function usualEach(places: readonly FrozenUnit[], tree: readonly FrozenUnit[]): number {
  const known = places.length === 1 ? sum(tree.map(({ own, invited }) => (own ? 0 : (invited ?? 0)))) : 0;
  return known > 0 ? known : usual.each;
}

function assumedIn(wanted: Wanted, criteria: readonly QuestionOf<'single'>[], each: number | null): OutlookAssumed {
  return {
    rate: wanted.rate ?? usual.rate,
    each: each === null ? null : (wanted.each ?? each),
    shares: criteria.map((question) => ({ question: question.id, percents: sharesOf(question, wanted) })),
  };
}

function sharesOf({ id, options, required }: QuestionOf<'single'>, wanted: Wanted): number[] {
  const silent = required ? 0 : usual.silent;
  const given = [silent, ...options.map(() => Math.round((100 - silent) / options.length))].map(
    (percents, option) => wanted[`${id}.${option}`] ?? percents,
  );
  // Nobody anywhere is no assumption: then all options are alike.
  return given.some((percents) => percents > 0) ? given : [0, ...options.map(() => 100 / options.length)];
}

function said({ shares, own, warnings }: PlanPreview, criteria: readonly { id: string }[]) {
  const ids = (dimensions: readonly number[]) => dimensions.map((dimension) => criteria[dimension]!.id);
  return {
    shares: shares.map(({ dimensions, ...share }) => ({ criteria: ids(dimensions), ...share })),
    own,
    warnings: warnings.map((warning) => warningIn(warning, ids)),
  };
}

function warningIn(warning: PlanWarning, ids: (dimensions: readonly number[]) => string[]): OutlookWarning {
  if ('dimensions' in warning) {
    const { dimensions, ...rest } = warning;
    return { ...rest, criteria: ids(dimensions) };
  }
  if ('dimension' in warning) {
    const { dimension, category, ...rest } = warning;
    return { ...rest, question: ids([dimension])[0]!, option: category };
  }
  return warning;
}
