import { formatDate, t, type Lang } from '@danban/i18n';
import type { Resolution } from '@danban/replies';
import type { Block, Report, Section } from '@danban/report';
import { text } from './blocks.ts';
import { headFor, recipientsFor, signatureFor, type Issuer } from './issuer.ts';
import { answerIn, clauseIn, opinionIn, type Said, type SaidAbout } from './said.ts';

/** A letter of the drafting body to who gave an official opinion (domain: document d2). */
export interface Reply {
  issuer: Issuer;
  year: number;
  draft: string;
  to: string;
  /** The letter that is answered. */
  letter: { number: string; on: string } | null;
  about: readonly SaidAbout[];
}

/** The parts of the letter, and what ended how stands in each. */
const parts = {
  accepted: ['accepted', 'agreed'],
  partly: ['partially_accepted'],
  explained: ['explained', 'out_of_scope', 'merged'],
  noted: ['noted'],
} as const satisfies Record<string, readonly Resolution[]>;
type Part = keyof typeof parts;
const partNames = Object.keys(parts) as Part[];

/** What nothing was answered yet goes on being studied. */
const partOf = ({ answer }: Said): Part =>
  partNames.find((part) => (parts[part] as readonly (string | undefined)[]).includes(answer?.resolution)) ?? 'noted';

function sectionOf(lang: Lang, about: readonly SaidAbout[], part: Part, number: number): Section {
  const groups = about
    .map((one) => ({ one, said: one.said.filter((each) => partOf(each) === part) }))
    .filter(({ said }) => said.length > 0)
    .map(({ one, said }) => ({
      about: clauseIn(lang, one),
      rows: said.map(({ next, ...each }) => [
        opinionIn(lang, each),
        [answerIn(lang, each), ...(next === null ? [] : [t(lang, 'documents.reply.next', { clause: next })])].join(
          '\n',
        ),
      ]),
    }));
  const columns = (['about', 'opinion', 'answer'] as const).map((one) => ({
    title: t(lang, `documents.column.${one}`),
    share: one === 'about' ? 2 : 4,
  }));
  const block: Block = groups.length === 0 ? text(t(lang, 'documents.reply.none')) : { kind: 'words', columns, groups };
  return { title: `${number}. ${t(lang, `documents.reply.${part}`)}`, blocks: [block] };
}

const letterIn = (lang: Lang, { number, on }: NonNullable<Reply['letter']>) => ({ number, date: formatDate(lang, on) });

/** Văn bản phản hồi: what was accepted, accepted in part, explained and goes on being studied. */
export function replyLetter(reply: Reply, lang: Lang): Report {
  const { issuer, year, draft, to, letter, about } = reply;
  const answered =
    letter === null
      ? t(lang, 'documents.reply.openingPlain', { body: issuer.name, to, draft })
      : t(lang, 'documents.reply.opening', { body: issuer.name, to, draft, ...letterIn(lang, letter) });
  return {
    head: headFor(issuer, year),
    opening: { kind: 'letter', about: t(lang, 'documents.reply.about', { draft }), to: [to] },
    sections: [
      { title: null, blocks: [text(answered)] },
      ...partNames.map((part, at) => sectionOf(lang, about, part, at + 1)),
      { title: null, blocks: [text(t(lang, 'documents.reply.enclosed'))] },
    ],
    signature: signatureFor(issuer, lang),
    recipients: recipientsFor(issuer, to, lang),
  };
}
