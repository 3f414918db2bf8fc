import { formatDate, t, type Lang } from '@danban/i18n';
import type { ReplyBody, VerdictView } from '@danban/contract';
import type { OpinionPart } from '@danban/critique';
import type { Resolution } from '@danban/replies';

/** Who gave an opinion: people, of whom only their number is told (null: too few to tell), or an organisation by name. */
export type Contributor =
  | { kind: 'people'; opinions: number | null }
  | { kind: 'organisation'; name: string; letter: { number: string; on: string } | null };

/** One thing that was said about a draft, and what was answered. */
export interface Said {
  by: readonly Contributor[];
  opinion: string;
  /** Of an organisation: what of its letter it is. */
  part?: OpinionPart;
  /** Null while nothing was answered. */
  answer: { resolution: Resolution; explanation: string; commitment: ReplyBody['commitment'] } | null;
  /** The clause of the next version that shows it. */
  next: string | null;
  /** What the organisation said to the answer. */
  verdict?: VerdictView | null;
}

/** What was said about one clause, or about the whole. */
export interface SaidAbout {
  /** `Điều 8. Chế độ công tác phí`; null: about the whole. */
  clause: string | null;
  said: readonly Said[];
}

function contributorIn(lang: Lang, one: Contributor): string {
  if (one.kind === 'people') {
    return one.opinions === null
      ? t(lang, 'documents.peopleFew')
      : t(lang, 'documents.people', { count: one.opinions });
  }
  if (one.letter === null) return one.name;
  const { number, on } = one.letter;
  return t(lang, 'documents.organisation', { name: one.name, number, date: formatDate(lang, on) });
}

/** Each on a line of its own. */
export const contributorsIn = (lang: Lang, by: readonly Contributor[]): string =>
  by.map((one) => contributorIn(lang, one)).join('\n');

/** What a remark on a criterion or a general proposal is stands before its words. */
export function opinionIn(lang: Lang, { opinion, part }: Pick<Said, 'opinion' | 'part'>): string {
  if (part === undefined || part === 'point') return opinion;
  return `${partIn(lang, part)}: ${opinion}`;
}

const partIn = (lang: Lang, part: Exclude<OpinionPart, 'point'>): string =>
  t(lang, part === 'proposals' ? 'official.proposalsOf' : `official.criterion.${part}`);

/** `Tiếp thu. …`: what became of it, then why; an explanation that begins with what became of it says it once. */
function answered(lang: Lang, answer: NonNullable<Said['answer']>): string {
  const { explanation } = answer;
  const resolution = t(lang, `documents.resolution.${answer.resolution}`);
  if (explanation === '') return `${resolution}.`;
  const isSaid = explanation.toLocaleLowerCase(lang).startsWith(resolution.toLocaleLowerCase(lang));
  return isSaid ? explanation : `${resolution}.\n${explanation}`;
}

/** `Tổ chức chưa nhất trí (ngày …): …` */
function verdictIn(lang: Lang, { verdict, to, reason, on }: VerdictView): string {
  const said = t(lang, `documents.verdict.${verdict}`, { to: to ?? '', date: formatDate(lang, on) });
  return reason === '' ? `${said}.` : `${said}: ${reason}`;
}

/** `Cam kết: … (… thực hiện, hạn …).` */
function promised(lang: Lang, { text, owner, due }: NonNullable<ReplyBody['commitment']>): string {
  return t(lang, 'documents.commitment', { text: text.replace(/\.$/, ''), owner, date: formatDate(lang, due) });
}

/** The answer, what it promises, and below it what the organisation said to it. */
export function answerIn(lang: Lang, { answer, verdict }: Pick<Said, 'answer' | 'verdict'>): string {
  if (answer === null) return t(lang, 'documents.unanswered');
  const promise = answer.commitment ? [promised(lang, answer.commitment)] : [];
  return [answered(lang, answer), ...promise, ...(verdict ? [verdictIn(lang, verdict)] : [])].join('\n');
}

export const clauseIn = (lang: Lang, { clause }: SaidAbout): string => clause ?? t(lang, 'documents.whole');
