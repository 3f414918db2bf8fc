import type { SurveyView } from '@danban/contract';
import { formatMoment, t } from '@danban/i18n';
import { localised, type Definition, type Text } from '@danban/survey';
import { read } from '../../../../../../lib/api.ts';
import { embedSnippet } from '../../../../../../lib/surveys/share/embed.ts';
import { canBeShared, leadsIn, oneLink } from '../../../../../../lib/surveys/share/links.ts';
import { needsOf } from '../../../../../../lib/surveys/share/texts.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const address = `/lam-viec/api/surveys/${encodeURIComponent(event.params.id)}`;
  const survey = await read<SurveyView>(event, address);
  const link =
    canBeShared(survey) && leadsIn(survey.definition)
      ? oneLink(survey.links, event.url.searchParams.get('don-vi'))
      : undefined;
  if (!link || survey.closesAt === null) return { survey, chosen: '', snippets: undefined };
  const { lang } = event.locals;
  const needs = needsOf(lang, survey.definition as Definition);
  const words = {
    title: localised(survey.title as Text, lang),
    body: link.unit ? `${survey.body} · ${link.unit.name}` : survey.body,
    url: link.url,
    answer: t(lang, 'embed.answer'),
    until: [needs, t(lang, 'embed.until', { at: formatMoment(lang, survey.closesAt) })].join(' ').trim(),
  };
  const picture = await event.fetch(`${address}/links/${link.slug}/qr.png`);
  const src = `data:image/png;base64,${Buffer.from(await picture.arrayBuffer()).toString('base64')}`;
  const qr = { src, alt: t(lang, 'share.qr', { name: link.unit?.name ?? survey.unit }) };
  const withQr = picture.ok ? { qr } : {};
  return {
    survey,
    chosen: link.slug,
    snippets: { withQr: embedSnippet({ ...words, ...withQr }), plain: embedSnippet(words) },
  };
};
