import type { SurveyView } from '@danban/contract';
import type { Definition } from '@danban/survey';
import { read } from '../../../../../../lib/api.ts';
import { canBeShared, oneLink } from '../../../../../../lib/surveys/share/links.ts';
import { smsText, zaloText } from '../../../../../../lib/surveys/share/texts.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const survey = await read<SurveyView>(event, `/lam-viec/api/surveys/${encodeURIComponent(event.params.id)}`);
  const link = canBeShared(survey) ? oneLink(survey.links, event.url.searchParams.get('don-vi')) : undefined;
  const { lang } = event.locals;
  if (!link || survey.closesAt === null) return { survey, chosen: '', texts: undefined };
  const invitation = {
    definition: survey.definition as Definition,
    body: survey.body,
    url: link.url,
    opensAt: survey.state === 'scheduled' ? survey.opensAt : null,
    closesAt: survey.closesAt,
  };
  const texts = {
    zalo: zaloText(lang, invitation),
    sms: smsText(lang, invitation, true),
    smsPlain: smsText(lang, invitation, false),
  };
  return { survey, chosen: link.slug, texts };
};
