import { nameKey } from '../nameKey.ts';
import { isSyllable } from '../syllable.ts';
import type { Level, Span } from './span.ts';
import {
  afterCommonWords,
  doubtfulFamilies,
  familyNames,
  honorifics,
  institutions,
  notNames,
  places,
  setPhrases,
  subjects,
} from './vocabulary.ts';
import { wordsOf, type Word } from './words.ts';

/** Names of units that are called after people, in the form they are compared in. */
export type KnownNames = ReadonlySet<string>;

const nobody: KnownNames = new Set();

const isInitial = ({ text }: Word): boolean => /^\p{Lu}$/u.test(text);
const isCapitalised = ({ text }: Word): boolean => /^\p{Lu}\p{Ll}{1,6}$/u.test(text);
const isInCapitals = ({ text }: Word): boolean => /^\p{Lu}{2,7}$/u.test(text) && isSyllable(text);

/** The words from `at` on that are joined by spaces alone, at most so many. */
function run(words: readonly Word[], at: number, most: number): Word[] {
  const found: Word[] = [];
  for (let i = at; i < words.length && found.length < most; i++) {
    if (i > at && !words[i]!.goesOn) break;
    found.push(words[i]!);
  }
  return found;
}

const joined = (words: readonly Word[]): string => words.map(({ key }) => key).join(' ');

/** How many of the words, from the first on, make one of these phrases; the longest. */
function phraseLength(words: readonly Word[], phrases: ReadonlySet<string>): number {
  for (let length = words.length; length > 0; length--) {
    if (phrases.has(joined(words.slice(0, length)))) return length;
  }
  return 0;
}

function leading(words: readonly Word[], isOne: (word: Word) => boolean): Word[] {
  const end = words.findIndex((word) => !isOne(word));
  return end === -1 ? [...words] : words.slice(0, end);
}

function isBehindInstitution(words: readonly Word[], at: number): boolean {
  if (at === 0 || !words[at]!.goesOn) return false;
  const one = words[at - 1]!;
  if (institutions.has(one.key)) return true;
  return at > 1 && one.goesOn && institutions.has(`${words[at - 2]!.key} ${one.key}`);
}

/** A phrase or a place that only begins as a person's name does. */
function isSomethingElse(words: readonly Word[], at: number, name: readonly Word[]): boolean {
  return phraseLength(run(words, at, 3), setPhrases) > 0 || places.has(joined(name));
}

function isKnown(name: readonly Word[], known: KnownNames): boolean {
  return name.some((_, at) => at > 0 && known.has(joined(name.slice(0, at + 1))));
}

const spanOf = (name: readonly Word[], level: Level): Span => {
  return { kind: 'person', level, start: name[0]!.start, end: name.at(-1)!.end };
};

/** A family name with one to three names behind it, all written the same way. */
function fullName(words: readonly Word[], at: number): Word[] {
  const family = words[at]!;
  if (!familyNames.has(family.key)) return [];
  const doubtful = doubtfulFamilies.has(family.key);
  if (doubtful && afterCommonWords.has(words[at + 1]?.key ?? '')) return [];
  const inCapitals = isInCapitals(family) && !doubtful;
  if (!inCapitals && !isCapitalised(family)) return [];
  const name = leading(run(words, at, 4), inCapitals ? isInCapitals : isCapitalised);
  return name.length > 1 ? name : [];
}

/** One to four names behind the word somebody is addressed by. */
function addressedName(words: readonly Word[], at: number): Word[] {
  const after = run(words, at, 4);
  const [first] = after;
  if (!first?.goesOn || notNames.has(first.key)) return [];
  if (isInitial(first)) return [first];
  // Where everything is written in capitals they tell nothing.
  const shouted = isInCapitals(words[at - 1]!);
  const isOne = isCapitalised(first) ? isCapitalised : isInCapitals;
  return shouted && !isCapitalised(first) ? [] : leading(after, (word) => isOne(word) && !institutions.has(word.key));
}

function levelOf(name: readonly Word[]): Level {
  const [first] = name;
  return name.length === 1 && (isInitial(first!) || subjects.has(first!.key)) ? 'warn' : 'redact';
}

interface Found {
  span: Span | null;
  /** Where to look on. */
  next: number;
}

function addressedAt(words: readonly Word[], at: number): Found | null {
  const length = phraseLength(run(words, at, 3), honorifics);
  if (length === 0 || phraseLength(run(words, at, 3), setPhrases) > 0) return null;
  // "thầy cô" are all of them.
  const next = words[at + 1];
  if (length === 1 && next?.goesOn && honorifics.has(next.key) && !isCapitalised(next)) return null;
  const isPartOfName = isCapitalised(words[at]!) && isBehindInstitution(words, at);
  const name = isPartOfName ? [] : addressedName(words, at + length);
  if (name.length === 0 || isSomethingElse(words, at + length, name.length > 1 ? name : [])) return null;
  return { span: spanOf(name, levelOf(name)), next: at + length + name.length };
}

function namedAt(words: readonly Word[], at: number, known: KnownNames): Found | null {
  const name = fullName(words, at);
  if (name.length === 0) return null;
  const isNobody = isBehindInstitution(words, at) || isSomethingElse(words, at, name) || isKnown(name, known);
  return { span: isNobody ? null : spanOf(name, 'redact'), next: at + name.length };
}

/** People called by name: behind a form of address or an office, or by family name and given name. */
export function peopleIn(text: string, known: KnownNames): Span[] {
  const words = wordsOf(text);
  const spans: Span[] = [];
  for (let at = 0; at < words.length;) {
    const found = addressedAt(words, at) ?? namedAt(words, at, known);
    if (found?.span) spans.push(found.span);
    at = found?.next ?? at + 1;
  }
  return spans;
}

/**
 * What the names of units hold that would be taken for a person: a text may say "ở Trần Hưng Đạo" of the school that is
 * called so.
 */
export function knownNames(unitNames: readonly string[]): KnownNames {
  if (unitNames.length === 0) return nobody;
  return new Set(unitNames.flatMap(namesWithin));
}

function namesWithin(unitName: string): string[] {
  const words = wordsOf(unitName.normalize('NFC'));
  return words.flatMap((_, at) => {
    const name = fullName(words, at);
    return name.length > 0 ? [nameKey(joined(name))] : [];
  });
}
