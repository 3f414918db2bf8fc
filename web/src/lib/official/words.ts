import type { NamedPointView } from '@danban/contract';
import { isMessageKey, t, type Lang, type MessageKey } from '@danban/i18n';

const fields: Record<string, MessageKey> = {
  letterNumber: 'official.form.letterNumber',
  letterDate: 'official.form.letterDate',
  signer: 'official.form.signer',
  office: 'official.form.office',
  mandate: 'official.form.mandate',
  form: 'official.form.form',
  metOn: 'official.form.metOn',
  'votes.present': 'official.form.present',
  'votes.for': 'official.form.for',
  'votes.against': 'official.form.against',
  'votes.abstain': 'official.form.abstain',
  dissent: 'official.form.dissent',
  stance: 'official.form.stance',
  proposals: 'official.form.proposals',
  points: 'official.pointsOf',
  file: 'official.form.file',
};
const ofPoint: Record<string, MessageKey> = {
  clause: 'official.form.clause',
  opinion: 'official.opinion',
  reason: 'official.reason',
  wording: 'official.wording',
};

/** What a point is about: a clause by its name, the whole draft, a criterion, or that it is a general proposal. */
export function aboutIn(lang: Lang, { part, clause }: Pick<NamedPointView, 'part' | 'clause'>): string {
  if (part === 'proposals') return t(lang, 'official.proposalsOf');
  return part === 'point' ? (clause ?? t(lang, 'official.wholeDraft')) : t(lang, `official.criterion.${part}`);
}

const small = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

function nameOfField(lang: Lang, path: string): string {
  const [, at, name] = /^points\.(\d+)\.(\w+)$/.exec(path) ?? [];
  const key = name === undefined ? fields[path] : ofPoint[name];
  const words = key ? small(t(lang, key)) : path;
  return at === undefined ? words : t(lang, 'official.pointField', { number: Number(at) + 1, field: words });
}

/** What is wrong with a field, as a sentence. */
export function sentenceOfIssue(lang: Lang, { path, code }: { path: string; code: string }): string {
  if (code.startsWith('verdict-'))
    return t(lang, code === 'verdict-to-missing' ? 'official.judge.needTo' : 'official.judge.needReason');
  if (path.startsWith('verdict-')) return t(lang, 'official.judge.needVerdict');
  const [own, ofFile] = [`official.wrong.${code}`, `attachment.wrong.${code}`];
  const key = [own, ofFile].find(isMessageKey) ?? 'official.wrong.other';
  const sentence = t(lang, key, {
    most: 5,
    field: nameOfField(lang, path),
  });
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

export const kilobytes = (size: number): number => Math.max(1, Math.round(size / 1024));
