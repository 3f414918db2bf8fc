import type { Lang } from '@danban/i18n';
import type { ResultsView } from './view.ts';

/** Names in the address of a page of results. */
export const names = { unit: 'don-vi', question: 'cau', compare: 'so-sanh', release: 'lan', words: 'tim' } as const;

export type Shown = Pick<ResultsView, 'only' | 'release' | 'releases'> & {
  unit: Pick<ResultsView['unit'], 'position'>;
};
interface Change {
  unit?: number;
  only?: string | null;
  /** The number of a release; `null` the newest. */
  release?: number | null;
}

/** What the address says already and a form or link on the page goes on saying. */
export function keptIn(lang: Lang, { unit, only, release, releases }: Shown, change: Change = {}): [string, string][] {
  const at = change.unit ?? unit.position;
  const question = change.only === undefined ? only : change.only;
  const shown = release.number === releases[0]?.number ? null : release.number;
  const number = change.release === undefined ? shown : change.release;
  return [
    ...(lang === 'en' ? [['lang', 'en'] as [string, string]] : []),
    ...(number === null ? [] : [[names.release, String(number)] as [string, string]]),
    ...(at > 0 ? [[names.unit, String(at)] as [string, string]] : []),
    ...(question ? [[names.question, question] as [string, string]] : []),
  ];
}

/** Another place of the same results. */
export function addressOf(lang: Lang, shown: Shown, change: Change = {}, fragment = ''): string {
  return `?${new URLSearchParams(keptIn(lang, shown, change)).toString()}${fragment}`;
}

/** What the page asks the API for: `?don-vi=3&lan=2`. What is no number asks for the whole, and the newest. */
export function pageQuery(address: URLSearchParams): string {
  const asked: [string, string | null][] = [
    ['unit', address.get(names.unit)],
    ['release', address.get(names.release)],
  ];
  const given = asked.filter((pair): pair is [string, string] => /^\d{1,6}$/.test(pair[1] ?? ''));
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}
