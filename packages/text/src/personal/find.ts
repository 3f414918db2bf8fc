import { nfc } from '../clean.ts';
import { figures, type Pattern } from './figures.ts';
import { hints } from './hints.ts';
import { peopleIn, type KnownNames } from './people.ts';
import { byPlace, type Level, type Span } from './span.ts';

function found(text: string, { kind, pattern, accepts }: Pattern, level: Level): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(pattern)) {
    const told = match[1] ?? match[0];
    if (accepts && !accepts(told)) continue;
    const start = match.index + match[0].lastIndexOf(told);
    spans.push({ kind, level, start, end: start + told.length });
  }
  return spans;
}

/** Spans that overlap become one, called by the first of them. */
export function apart(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of spans.toSorted(byPlace)) {
    const last = kept.at(-1);
    if (!last || span.start >= last.end) kept.push(span);
    else if (span.end > last.end) kept[kept.length - 1] = { ...last, end: span.end };
  }
  return kept;
}

/** Warnings that lie within something masked say nothing more. Both lists are in order. */
function uncovered(warned: readonly Span[], masked: readonly Span[]): Span[] {
  let at = 0;
  return warned.filter(({ start, end }) => {
    while (at < masked.length && masked[at]!.end <= start) at++;
    const over = masked[at];
    return !over || over.start > start || over.end < end;
  });
}

/**
 * What in a text may tell who somebody is: numbers, addresses, people called by name, and hints at the writer. Places count
 * in the text's NFC; of one level no two overlap, in order of their places. Time is linear in the text. `known`: names of
 * units that are no people. It finds what it knows: a name without a capital ("cô lan") is not among it, so that somebody
 * still has to read. Source: docs/privacy.md, "Written opinions".
 */
export function personalIn(text: string, known: KnownNames): Span[] {
  const composed = nfc(text);
  const people = peopleIn(composed, known);
  const surely = (level: Level) => people.filter((span) => span.level === level);
  const masked = apart([...figures.flatMap((one) => found(composed, one, 'redact')), ...surely('redact')]);
  const warned = apart([...hints.flatMap((one) => found(composed, one, 'warn')), ...surely('warn')]);
  return [...masked, ...uncovered(warned, masked)].sort(byPlace);
}
