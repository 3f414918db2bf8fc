import type { PublicDraftView } from '@danban/contract';
import { formatNumber, t, type Lang } from '@danban/i18n';
import type { Public } from './because.ts';

interface Asked {
  draft: Pick<PublicDraftView, 'asked' | 'versions' | 'results'>;
  told: Public;
  slug: string;
  lang: Lang;
}

export interface Step {
  href: string;
  label: string;
}

/** The way a reader goes: the version people were asked about, what was said, what was answered, what changed since. */
export function stepsOf({ draft, told: { replies, named }, slug, lang }: Asked): Step[] {
  const at = (path: string, asked: Record<string, string>, place: string): string => {
    const query = new URLSearchParams({ ...asked, ...(lang === 'en' ? { lang } : {}) }).toString();
    return `${path}${query === '' ? '' : `?${query}`}${place}`;
  };
  const about = draft.versions.find(({ number }) => number === draft.asked);
  const [newest] = draft.versions;
  if (about === undefined || newest === undefined) return [];
  const ban = { ban: String(about.number) };
  const answers = replies?.answers.length ?? 0;
  const organisations = named?.organisations.length ?? 0;
  const compared = { tu: String(about.number), den: String(newest.number) };
  return [
    { href: at(`/c/${slug}`, ban, ''), label: t(lang, 'answered.draft', { label: about.label }) },
    ...(draft.results === null ? [] : [{ href: at(`/kq/${slug}`, {}, '#y-kien'), label: t(lang, 'answered.people') }]),
    ...(organisations === 0
      ? []
      : [
          {
            href: at(`/c/${slug}`, ban, '#to-chuc'),
            label: t(lang, 'answered.organisations', { count: formatNumber(lang, organisations) }),
          },
        ]),
    ...(answers === 0
      ? []
      : [
          {
            href: at(`/kq/${slug}`, {}, '#tra-loi'),
            label: t(lang, 'answered.answers', { count: formatNumber(lang, answers) }),
          },
        ]),
    ...(newest.number > about.number
      ? [
          {
            href: at(`/c/${slug}/thay-doi`, compared, ''),
            label: t(lang, 'answered.changes', { label: newest.label }),
          },
        ]
      : []),
  ];
}
