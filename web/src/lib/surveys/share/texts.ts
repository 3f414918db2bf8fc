import { formatDateTime, formatMoment, t, type Lang, type MessageKey } from '@danban/i18n';
import { entersByCode, localised, type Definition } from '@danban/survey';
import { smsSize, withoutMarks } from '@danban/text';

/** What a text that invites says. */
export interface Invitation {
  definition: Pick<Definition, 'title' | 'intro' | 'audience' | 'audienceKind' | 'estMinutes' | 'door'>;
  body: string;
  url: string;
  opensAt: string | null;
  closesAt: string;
}

const greeting = /^(kính gửi|kính thưa|xin chào|dear)[^.!?]*[.!?]\s+/iu;

/** Why it is asked, in one sentence: the first of the introduction after its greeting. */
export function whyOf(intro: string): string {
  const text = intro.trim().replace(greeting, '');
  return (/^.*?[.!?…](?=\s|$)/su.exec(text)?.[0] ?? text).trim();
}

type Entered = Pick<Definition, 'door' | 'audienceKind'>;

/** Who hands slips out: families and pupils know their teacher. */
const slipsFrom = ({ audienceKind }: Entered) => (['parent', 'student'].includes(audienceKind) ? 'class' : 'organizer');

/** What one must have besides the link, and where it comes from; empty where the link is enough. */
export function needsOf(lang: Lang, definition: Entered): string {
  return entersByCode(definition) ? t(lang, `share.needs.${slipsFrom(definition)}`) : '';
}

/** Behind a list the common link leads nobody in: it is not given at all. */
function wayOf(lang: Lang, { definition, url }: Invitation): string {
  if (definition.door === 'roster') return t(lang, 'texts.wayListed');
  return [t(lang, 'texts.way', { url }), needsOf(lang, definition)].filter((line) => line !== '').join('\n');
}

/** For a group where there is room: who asks, why, where, until when, and how private it is. */
export function zaloText(lang: Lang, invitation: Invitation): string {
  const { definition, body, opensAt, closesAt } = invitation;
  return t(lang, 'texts.zaloBody', {
    body,
    audience: localised(definition.audience, lang).replace(/[.\s]+$/, ''),
    title: localised(definition.title, lang),
    why: whyOf(localised(definition.intro, lang)),
    way: wayOf(lang, invitation),
    minutes: definition.estMinutes,
    opens: opensAt === null ? '' : t(lang, 'texts.zaloOpens', { at: formatMoment(lang, opensAt) }),
    at: formatMoment(lang, closesAt),
    promise: t(lang, `doors.promise.${definition.door}`),
  });
}

const smsOf = {
  open_link: () => 'texts.smsBody',
  unit_link: () => 'texts.smsBody',
  one_time_code: (definition: Entered) =>
    slipsFrom(definition) === 'class' ? 'texts.smsSlipClass' : 'texts.smsSlipOrganizer',
  roster: () => 'texts.smsListed',
} as const satisfies Record<Definition['door'], (definition: Entered) => MessageKey>;

/** The shortest text that is still honest. Without marks the title gives way, word by word, until it is one message. */
export function smsText(lang: Lang, { definition, url, closesAt }: Invitation, marks: boolean): string {
  const title = localised(definition.title, lang);
  const written = (named: string): string => {
    const text = t(lang, smsOf[definition.door](definition), { title: named, url, at: formatDateTime(lang, closesAt) });
    return marks ? text : withoutMarks(text);
  };
  const words = title.split(' ');
  const shorter = words.map((_, cut) => (cut === 0 ? title : `${words.slice(0, -cut).join(' ')}…`));
  return marks ? written(title) : (shorter.map(written).find((text) => smsSize(text).parts === 1) ?? written(title));
}
