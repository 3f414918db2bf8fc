import { searchKey } from '@danban/text';
import type { DraftLine } from '../draft/line.ts';
import { articleOf, labelOf, romanLabel, type Label } from './label.ts';

/** A line with what it shows by itself and what the rest of the file says about its place. */
export interface Seen {
  line: DraftLine;
  /** The label it shows, which its neighbours may refuse. */
  shown: Label | null;
  /** Begins another document, issued together with the one before: `QUY CHẾ` below a decision. */
  attached: Label | null;
  /** Whether the document it belongs to is one of articles (Điều); plans have none. */
  hasArticles: boolean;
  /** Whether a numbered clause still comes in its document. */
  isBeforeLastLabel: boolean;
  /** Last line of a quotation that begins here, the text of another document; -1 where none begins. */
  quotedUntil: number;
}

const documents =
  /^(?:QUY CHẾ|QUY ĐỊNH|NỘI QUY|ĐIỀU LỆ|TH[ỎO][ẢA]? ƯỚC|QUY TRÌNH|QUY TẮC|BỘ QUY TẮC|HƯỚNG DẪN|CHƯƠNG TRÌNH|ĐỀ ÁN|KẾ HOẠCH|PHƯƠNG ÁN|DANH MỤC)(?!\p{L})/u;

const isCapitals = (text: string): boolean => text === text.toUpperCase() && text !== text.toLowerCase();

function attachedLabel(text: string): Label {
  const name = documents.exec(text)![0];
  const segment = searchKey(name).replaceAll(' ', '-');
  return { kind: 'appendix', rank: 0, number: '', value: null, segment, length: 0, family: 'word' };
}

/** For every line, the number of the next article at or after it. */
function nextArticles(shown: readonly (Label | null)[]): (number | null)[] {
  const next: (number | null)[] = [];
  let value: number | null = null;
  for (let i = shown.length - 1; i >= 0; i--) {
    if (shown[i]?.kind === 'article') value = shown[i]!.value;
    next[i] = value;
  }
  return next;
}

/** Where documents begin that are issued with the first one: a title in capitals, and articles that begin anew. */
function attachments(lines: readonly DraftLine[], shown: readonly (Label | null)[]): (Label | null)[] {
  const next = nextArticles(shown);
  let last: number | null = null;
  return lines.map(({ text, row }, i) => {
    if (shown[i]?.kind === 'article') last = shown[i].value;
    if (last === null || row === true || text.length > 200 || !documents.test(text) || !isCapitals(text)) return null;
    if (next[i] !== 1) return null;
    last = null;
    return attachedLabel(text);
  });
}

const opensQuote = /^“\s*(?:[ĐÐ]iều|Chương|Mục|Khoản|Điểm|\d{1,3}[a-zđ]?[.)]|[a-zđ]\))/iu;
const closesQuote = /”\s*[.;,]?$/;
const longestQuote = 80;

/** Text that an amending document quotes is text of the clause that quotes it, with all its numbers. */
function quotation(lines: readonly DraftLine[], from: number): number {
  const text = lines[from]!.text;
  if (!opensQuote.test(text) || text.lastIndexOf('”') > text.lastIndexOf('“')) return -1;
  const end = lines.slice(from + 1, from + longestQuote).findIndex((line) => closesQuote.test(line.text));
  return end === -1 ? -1 : from + 1 + end;
}

/** Looks at every line by itself, and at each document as a whole. */
export function lookAt(lines: readonly DraftLine[]): Seen[] {
  const shown = lines.map(labelOf);
  const attached = attachments(lines, shown);
  const begins = (i: number): boolean => attached[i] !== null || shown[i]?.kind === 'appendix';
  let scope = 0;
  const scopes = lines.map((_, i) => (begins(i) && i > 0 ? (scope = i) : scope));
  const withArticles = new Set<number>();
  const lastLabel = new Map<number, number>();
  lines.forEach((line, i) => {
    if (articleOf(line) !== null) withArticles.add(scopes[i]!);
    if (shown[i] !== null || romanLabel(line) !== null) lastLabel.set(scopes[i]!, i);
  });
  return lines.map((line, i) => ({
    line,
    shown: shown[i]!,
    attached: attached[i]!,
    hasArticles: withArticles.has(scopes[i]!),
    isBeforeLastLabel: i < (lastLabel.get(scopes[i]!) ?? -1),
    quotedUntil: quotation(lines, i),
  }));
}
