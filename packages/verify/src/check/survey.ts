import { toHex, utf8 } from '@danban/bytes';
import { compile, type Compiled, type Definition, type OpeningRecord } from '@danban/survey';
import { readLeaves } from '../leaf.ts';
import { tablesOf } from '../tables.ts';
import { type Check, holds, notOffered, notYet, wrong } from './faults.ts';
import { checkLog, type Expectations, type ReadLog } from './log.ts';
import type { Published } from './receipt.ts';
import { checkRelease, type Tally } from './release.ts';
import { checkSheets } from './sheets.ts';
import { type Primitives, readText, type Source, type Watch } from './source.ts';

/** Everything that was looked at; `published` is null where the survey itself could not be read. */
export interface Checked {
  readonly checks: readonly Check[];
  readonly published: Published | null;
  readonly openingHash: string | null;
}

/**
 * Looks through all that is published of a survey, trusting nobody who serves it: log, opening, questions, tree, leaves, the
 * newest release at the close, and every exact figure of it. The same files are read for everybody, in the same order.
 */
export async function checkSurvey(
  source: Source,
  primitives: Primitives,
  expected: Expectations = {},
  watch: Watch = () => {},
): Promise<Checked> {
  const { log, checks } = await checkLog(source, primitives, expected);
  if (!log) return { checks, published: null, openingHash: null };
  const opened = await checkOpening(source, primitives, log);
  if ('fault' in opened) return { checks: [...checks, ...opened.checks], published: null, openingHash: null };
  const { record, compiled, parents, hash } = opened;
  const told = log.entries.filter((entry) => 'survey' in entry && entry.survey === record.survey);
  const file = await source.read('leaves');
  const leaves = file && readLeaves(file);
  const before = [...checks, ...opened.checks];
  if (!leaves)
    return {
      checks: [...before, wrong('leaves', 'missing-file', { file: 'leaves' })],
      published: null,
      openingHash: hash,
    };
  const tables = tablesOf(compiled);
  const base = { log, survey: record.survey, compiled, tables, parents, leaves };
  const tallies = told.filter((entry): entry is Tally => entry.kind === 'tally' && entry.of !== 'interim');
  const counted = await checkNewest(
    source,
    primitives,
    { tables, parents, leaves: leaves.length, watch },
    tallies.at(-1),
  );
  return {
    checks: [...before, ...checkSheets(primitives, leaves, told), ...counted.checks],
    published: {
      ...base,
      isClosed: told.some(({ kind }) => kind === 'closing'),
      counted: counted.tables,
      head: counted.head,
    },
    openingHash: hash,
  };
}

interface Opened {
  checks: Check[];
  record: OpeningRecord;
  compiled: Compiled;
  parents: number[];
  hash: string;
}

type Refused = { checks: Check[]; fault: true };

async function checkOpening(source: Source, { sha256 }: Primitives, log: ReadLog): Promise<Opened | Refused> {
  const refuse = (check: Check, done: Check[] = []): Refused => ({ checks: [...done, check], fault: true });
  const hashOf = (text: string) => toHex(sha256(utf8(text)));
  const texts = {
    opening: await readText(source, 'opening'),
    definition: await readText(source, 'definition'),
    tree: await readText(source, 'tree'),
  };
  const { opening, definition, tree } = texts;
  if (opening === null || definition === null || tree === null) {
    const file = (['opening', 'definition', 'tree'] as const).find((one) => texts[one] === null)!;
    return refuse(wrong(file, 'missing-file', { file }));
  }
  const hash = hashOf(opening);
  const entry = log.entries.find((one) => one.kind === 'opening' && one.opening === hash);
  const record = parse<OpeningRecord>(opening);
  if (!entry || !record) {
    const isKnown = record && log.entries.some((one) => one.kind === 'opening' && one.survey === record.survey);
    return refuse(wrong('opening', isKnown ? 'opening-altered' : 'survey-unknown'));
  }
  if (record.log !== log.key) return refuse(wrong('key', 'key-replaced', { key: log.key }));
  const done = [holds('opening')];
  const questions = parse<Definition>(definition);
  if (hashOf(definition) !== record.definition || !questions)
    return refuse(wrong('definition', 'definition-altered'), done);
  const parents = parse<number[]>(tree);
  done.push(holds('definition', { questions: questions.questions.length }));
  if (hashOf(tree) !== record.tree || !parents) return refuse(wrong('tree', 'tree-altered'), done);
  done.push(holds('tree', { units: parents.length }));
  return { checks: done, record, compiled: compile(questions), parents, hash };
}

function parse<T>(text: string): T | null {
  try {
    return JSON.parse(text) as T;
  } catch {
    return null;
  }
}

async function checkNewest(
  source: Source,
  primitives: Primitives,
  survey: Parameters<typeof checkRelease>[1],
  tally: Tally | undefined,
): ReturnType<typeof checkRelease> {
  if (!tally) return { checks: [notYet('release')], tables: null, head: null };
  const text = await source.read(`release-${tally.release}`);
  // Results may be taken back by who published them, or not be published yet: the log tells of them all the same.
  if (!text) return { checks: [notYet('publication')], tables: null, head: null };
  const file = tally.tables ? await source.read(`tables-${tally.release}`) : null;
  if (!tally.tables) return { checks: [notOffered('tables')], tables: null, head: null };
  if (!file) {
    return { checks: [wrong('tables', 'missing-file', { file: `tables-${tally.release}` })], tables: null, head: null };
  }
  return checkRelease(primitives, survey, { tally, text, file });
}
