import { pageAsked } from '../lists.ts';

/** Of the units right below one, those that stand on one page of it: a province has hundreds, and a phone loads them all. */
export interface PageBelow {
  page: number;
  more: boolean;
  /** How many there are on all pages. */
  count: number;
}

const perPage = 50;

/** Places among all of them, counted from one. */
export function placesOn({ page, count }: PageBelow): { from: number; to: number } {
  return { from: (page - 1) * perPage + 1, to: Math.min(count, page * perPage) };
}

/** A page of units, the shown one first on each; a page behind the last is the last. */
export function pageBelow<Unit>([shown, ...below]: readonly Unit[], searchParams: URLSearchParams) {
  const last = Math.max(1, Math.ceil(below.length / perPage));
  const page = Math.min(last, pageAsked({ pathname: '', searchParams }));
  const units = [shown!, ...below.slice((page - 1) * perPage, page * perPage)];
  return { units, below: { page, more: page < last, count: below.length } satisfies PageBelow };
}
