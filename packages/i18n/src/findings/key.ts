import { t } from '../messages.ts';
import type { Lang } from '../messages.ts';
import { alertSentence, readAlert, type Alert } from './alert.ts';
import { askedSentence, type Asked } from './asked.ts';
import { figureOf, figureValue } from './figures.ts';
import type { FoundText } from './figures.ts';
import { findingOf, mainPart, meanPart } from './sentences.ts';
import { amountOf, inLang, sentence, topTwoLabels } from './words.ts';
import type { ReadTable, Who } from './words.ts';

export interface ReadQuestion {
  id: string;
  type: string;
  text: FoundText;
  headline: boolean;
  motto: readonly string[];
  /** Of whom it was asked, where not of everybody. */
  asked?: Asked | null | undefined;
  alert?: Alert | null | undefined;
  tables: readonly ReadTable[];
}
/** A sentence worth reading first, and the question it comes from. */
export interface KeyFinding {
  id: string;
  about: string;
  sentence: string;
}

const FEWEST = 3;
const MOST = 5;
const FEWEST_ITEMS = 3;
/** A choice stands out from here on: so many times as many chose it as would if all were chosen alike. */
const OUTSTANDING = 1.3;

/**
 * The three to five sentences to read first, from nothing but what the release shows: marks that are reached, the
 * headline, the highest and the lowest of all items on a five-point scale that everybody was asked, then choices on a facet of the motto that stand out, and only where
 * that makes fewer than three, other questions on a facet. Empty where all is protected.
 */
export function keyFindings(lang: Lang, questions: readonly ReadQuestion[], who: Who): KeyFinding[] {
  const headlines = questions.filter(({ headline }) => headline);
  const others = questions.filter(({ headline, motto }) => !headline && motto.length > 0);
  const outstanding = others.filter((question) => howOutstanding(question) >= OUTSTANDING);
  const find = (list: ReadQuestion[]): KeyFinding[] => list.flatMap((one) => shortFinding(lang, one, who) ?? []);
  const found = [
    ...questions.flatMap((question) => reachedMark(lang, question, who)),
    ...find(headlines),
    ...extremes(lang, questions),
    ...find(outstanding.toSorted((a, b) => howOutstanding(b) - howOutstanding(a))),
  ].slice(0, MOST);
  if (found.length >= FEWEST) return found;
  const known = new Set(found.map(({ id }) => id));
  return [...found, ...find(others.filter(({ id }) => !known.has(id)))].slice(0, FEWEST);
}

/** How much more often the most chosen option was chosen than the options of the question on average. */
function howOutstanding({ type, tables }: ReadQuestion): number {
  if (type !== 'single' && type !== 'multi') return 0;
  const counts = tables.flatMap(({ cell }) => (cell.kind === 'exact' ? cell.counts.slice(1) : []));
  const all = counts.reduce((sum, count) => sum + count, 0);
  return all === 0 ? 0 : (Math.max(...counts) * counts.length) / all;
}

function reachedMark(lang: Lang, { id, text, alert, tables: [table] }: ReadQuestion, who: Who): KeyFinding[] {
  if (!alert || !table || readAlert(alert, table.cell).kind !== 'reached') return [];
  return [{ id, about: inLang(lang, text), sentence: alertSentence(lang, alert, table, table.cell, who) }];
}

/** A finding, before it whom was asked where that was not everybody. */
function shortFinding(lang: Lang, question: ReadQuestion, who: Who): KeyFinding | null {
  const found = shortOf(lang, question, who);
  if (!found || !question.asked) return found;
  return { ...found, sentence: `${askedSentence(lang, question.asked, who)} ${found.sentence}` };
}

/** A finding without who stayed silent; `null` where the question says nothing as a whole. */
function shortOf(lang: Lang, { id, type, text, tables, asked }: ReadQuestion, who: Who): KeyFinding | null {
  const [first] = tables;
  if (!first || !tables.some(({ cell }) => cell.kind !== 'protected')) return null;
  const about = inLang(lang, text);
  const isWhole = tables.length > 1 || type === 'multi' || type === 'stance';
  if (isWhole || first.cell.kind !== 'exact' || isEmpty(first)) {
    return { id, about, sentence: findingOf(lang, type, tables, who, !!asked) };
  }
  return {
    id,
    about,
    sentence: sentence([mainPart(lang, first, first.cell, who), meanPart(lang, first, first.cell)]),
  };
}

const isEmpty = ({ cell }: ReadTable): boolean => cell.kind === 'exact' && cell.n === (cell.counts[0] ?? 0);

interface Item {
  question: ReadQuestion;
  name: FoundText;
  percent: number;
  /** The share as it is said: of a few answers with their count. */
  amount: string;
  labels: { lower: string; upper: string };
}

/** Scales and rows of matrices together, ranked by their upper two; nothing where too few are shown, or all alike. */
function extremes(lang: Lang, questions: readonly ReadQuestion[]): KeyFinding[] {
  const items = questions
    .filter(({ headline, asked }) => !headline && !asked)
    .flatMap((question) => question.tables.flatMap((table) => itemOf(lang, question, table) ?? []));
  const ordered = items.toSorted((a, b) => b.percent - a.percent);
  const [high, low] = [ordered[0], ordered.at(-1)];
  if (!high || !low || items.length < FEWEST_ITEMS || high.percent - low.percent < 0.1) return [];
  return [itemFinding(lang, 'high', high, items.length), itemFinding(lang, 'low', low, items.length)];
}

function itemOf(lang: Lang, question: ReadQuestion, table: ReadTable): Item | null {
  const figure = figureOf(table, table.whole);
  if (figure.kind !== 'topTwo') return null;
  const value = figureValue(question.type, table, figure, table.cell);
  if (value.kind !== 'share') return null;
  const { percent, valid } = value;
  const amount = amountOf(lang, Math.round((percent * valid) / 100), valid);
  const name = table.label ?? question.text;
  return { question, name, percent, amount, labels: topTwoLabels(lang, table, figure) };
}

function itemFinding(lang: Lang, which: 'high' | 'low', item: Item, count: number): KeyFinding {
  const { question, name, amount, labels } = item;
  const said = { count, item: inLang(lang, name), amount, ...labels };
  return { id: question.id, about: inLang(lang, question.text), sentence: sentence([t(lang, `key.${which}`, said)]) };
}
