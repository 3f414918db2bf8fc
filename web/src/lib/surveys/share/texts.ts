import { formatDateTime, formatMoment, t, type Lang } from '@danban/i18n';
import { localised, type Definition } from '@danban/survey';
import { smsSize, withoutMarks } from '@danban/text';

/** What a text that invites says. */
export interface Invitation {
  definition: Pick<Definition, 'title' | 'intro' | 'audience' | 'estMinutes' | 'door'>;
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

/** For a group where there is room: who asks, why, where, until when, and how private it is. */
export function zaloText(lang: Lang, { definition, body, url, opensAt, closesAt }: Invitation): string {
  return t(lang, 'texts.zaloBody', {
    body,
    audience: localised(definition.audience, lang).replace(/[.\s]+$/, ''),
    title: localised(definition.title, lang),
    why: whyOf(localised(definition.intro, lang)),
    url,
    minutes: definition.estMinutes,
    opens: opensAt === null ? '' : t(lang, 'texts.zaloOpens', { at: formatMoment(lang, opensAt) }),
    at: formatMoment(lang, closesAt),
    promise: t(lang, `doors.promise.${definition.door}`),
  });
}

/** The shortest text that is still honest. Without marks the title gives way, word by word, until it is one message. */
export function smsText(lang: Lang, { definition, url, closesAt }: Invitation, marks: boolean): string {
  const title = localised(definition.title, lang);
  const written = (named: string): string => {
    const text = t(lang, 'texts.smsBody', { title: named, url, at: formatDateTime(lang, closesAt) });
    return marks ? text : withoutMarks(text);
  };
  const words = title.split(' ');
  const shorter = words.map((_, cut) => (cut === 0 ? title : `${words.slice(0, -cut).join(' ')}…`));
  return marks ? written(title) : (shorter.map(written).find((text) => smsSize(text).parts === 1) ?? written(title));
}
