import { decodeText } from '@danban/files';
import { readDocument } from '../docx/read.ts';
import { refuse, type Read } from './issue.ts';
import { linesInUnicode } from './legacy.ts';
import { LIMITS } from './limits.ts';
import type { Draft, DraftLine } from './line.ts';
import { plainLines } from './plain.ts';
import { sniff } from './sniff.ts';

/** A picture or a program decoded as text is full of these. */
// eslint-disable-next-line no-control-regex
const binary = /[\u0000-\u0008\u000e-\u001f\ufffd]/g;
const webPage = /^\s*<(?:!doctype html|html|head|body|\?xml)/i;

function isBinary(text: string): boolean {
  const start = text.slice(0, 10_000);
  return (start.match(binary)?.length ?? 0) > start.length / 20;
}

/** A file that is decomposed as a whole comes from a Mac: nobody rewrote its words. Single lines tell of somebody's hand. */
function withoutForm(lines: readonly DraftLine[]): DraftLine[] {
  const marked = lines.filter(({ text }) => /[^\p{ASCII}]/u.test(text));
  const decomposed = marked.filter((line) => line.decomposed === true);
  if (decomposed.length * 2 <= marked.length) return [...lines];
  return lines.map(({ decomposed: _, ...line }) => line);
}

function finished(draft: Draft): Read<Draft> {
  if (draft.lines.length === 0) return refuse('no-text');
  if (draft.lines.length > LIMITS.lines) return refuse('too-many-lines', { most: LIMITS.lines });
  return { ok: true, value: { ...draft, lines: withoutForm(draft.lines) } };
}

/**
 * Typed or pasted text (Markdown or plain, also of the fonts from before Unicode) as lines. Never throws for what a
 * text may contain; time and memory are bounded by `LIMITS`.
 */
export function readText(text: string): Read<Draft> {
  if (text.length > LIMITS.letters) return refuse('file-too-large', { most: LIMITS.letters });
  if (webPage.test(text)) return refuse('web-page');
  if (isBinary(text)) return refuse('not-a-draft');
  const raw = text.split(/\r\n?|[\n\u2028\u2029]/);
  const composed = raw.map((line) => line.normalize('NFC'));
  const turned = linesInUnicode(raw);
  const isTurned = turned.some((line, i) => line !== composed[i]);
  const draft = plainLines(turned.map((line, i) => ({ text: line, decomposed: raw[i] !== composed[i] })));
  return finished(isTurned ? { ...draft, notes: ['legacy-font-converted', ...draft.notes] } : draft);
}

/**
 * An uploaded file as lines: `.docx`, or Markdown or plain text in any usual encoding. What it is shows in its bytes,
 * not in its name. Never throws for what a file may contain; time and memory are bounded by `LIMITS`.
 */
export function readDraft(bytes: Uint8Array): Read<Draft> {
  if (bytes.length > LIMITS.bytes) return refuse('file-too-large', { most: LIMITS.bytes / 1024 / 1024 });
  const kind = sniff(bytes);
  if (!kind.ok) return kind;
  if (kind.value === 'text') return readText(decodeText(bytes));
  const document = readDocument(bytes);
  return document.ok ? finished(document.value) : document;
}
