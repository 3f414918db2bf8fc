import type { DraftLinksView, LinkDecision } from '@danban/contract';
import { field } from '../form.ts';

type Linked = DraftLinksView['others'][number];

/** The decision a form asks for; null where nothing was chosen, nor that there is none. */
export function decisionIn(form: FormData): LinkDecision | null {
  const side = field(form, 'side') === 'from' ? 'from' : 'to';
  const chosen = form.getAll('with').filter((one) => typeof one === 'string');
  const other = field(form, 'other');
  const paths = [...new Set(other === '' ? chosen : [...chosen, other])];
  const isNone = field(form, 'none') !== '';
  if (paths.length === 0 && !isNone) return null;
  return { side, path: field(form, 'path'), with: isNone ? [] : paths };
}

/** What saying “that is right” decides: the counterparts as they are proposed. */
export const counterpartsOf = ({ side, from, to }: Linked): string[] =>
  (side === 'from' ? to : from).map(({ path }) => path);

/** A proposal's place on the page. */
export const placeOfLink = ({ side, path }: Pick<Linked, 'side' | 'path'>): string => `${side}-${path}`;
