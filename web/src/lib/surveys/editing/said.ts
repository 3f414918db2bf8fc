import type { Definition } from '@danban/survey';
import { say } from '../../i18n.ts';

/** What an act of the editor has done, for who hears the page. */
export function saidAfter(act: string, before: Definition, after: Definition): string {
  const [verb = '', id = '', item = ''] = act.split(':');
  const [what = '', list] = verb.split('-') as [string, 'option' | 'row' | 'basis' | undefined];
  const [was, now] = [before, after].map((definition) => itemsOf(definition, list, id));
  const target = list ? item : id;
  const old = was!.findIndex((one) => one.id === target);
  const name = list ? (was![old]?.text.vi ?? '') : say('survey.question', { number: old + 1 });
  if (what === 'remove') return say('said.removed', { name });
  if (['up', 'down', 'place'].includes(what)) {
    return say('said.moved', { name, place: now!.findIndex((one) => one.id === target) + 1, total: now!.length });
  }
  const added = now!.length - was!.length;
  return added > 0 ? say('said.added', { count: added }) : '';
}

type Named = { id: string; text: { vi: string } };

function itemsOf(
  { questions, legalBases }: Definition,
  list: 'option' | 'row' | 'basis' | undefined,
  id: string,
): readonly Named[] {
  if (!list) return questions;
  if (list === 'basis') return legalBases.map(({ ref, text }) => ({ id: ref, text }));
  const question = questions.find((one) => one.id === id) as { options?: Named[]; rows?: Named[] } | undefined;
  return question?.[`${list}s`] ?? [];
}
