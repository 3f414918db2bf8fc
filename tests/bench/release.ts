import { sql, type Kysely } from 'kysely';
import { connect, type Database } from '@danban/db';
import type { SubmissionDb } from '@danban/db/vaults/submissions';
import { makeRelease, type Making } from '@danban/server/results/make';
import { packedByUnit } from '@danban/server/results/sheets';
import type { Compiled } from '@danban/survey';
import { atLeast, atMost, type Figure } from './figures.ts';
import { fullSpeed, type Visit } from './load.ts';
import type { Bench } from './product.ts';
import { get } from './requests.ts';
import { nationalPages } from './pages.ts';
import { inTurns, median, ratio } from './rounds.ts';
import { filePath } from './served.types.ts';
import { fill, optionsEach, thirtyQuestions, units } from './tally.ts';

const many = 100_000;
const veryMany = 1_000_000;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function treeOf(): Making['tree'] {
  return Array.from({ length: units }, (_, position) => ({
    position,
    parent: position === 0 ? -1 : 0,
    unitId: `U${position}`,
    name: `Trường ${position}`,
    own: position > 0,
    invited: null,
    answered: 0,
  }));
}

const about = { body: 'Công đoàn', unit: 'Sở', closedOn: '2026-03-02', definitionHash: '' };

/** The counting job without its last write: packed answers in, the text of a release out. */
async function release(db: SubmissionDb, survey: string, compiled: Compiled): Promise<string> {
  const { definition } = compiled;
  const mark = { number: 1, kind: 'final', planned: null, madeOn: about.closedOn } as const;
  const making = { definition, tree: treeOf(), mark, comments: 0, unopened: 0, onPaper: 0, about };
  const made = await makeRelease(making, { sheets: () => packedByUnit(db, survey), ledger: [], earlier: [] });
  return JSON.stringify(made.release);
}

/** What counting is without a plan: the whole table once for every option, and not yet per unit. */
async function countEachOption(db: Kysely<Database>, survey: string, compiled: Compiled): Promise<void> {
  for (const column of compiled.columns) {
    for (let option = 1; option <= optionsEach; option++) {
      await sql`select count(*) from urn.submission
        where survey_id = ${survey} and get_byte(packed, ${column.index}) = ${option}`.execute(db);
    }
  }
}

async function counting(bench: Bench, db: Kysely<Database>): Promise<Figure[]> {
  const compiled = thirtyQuestions((await bench.served()).definition);
  const small = await fill(db, bench, many);
  const large = await fill(db, bench, veryMany);
  const naive = await inTurns(3, {
    release: () => timed(() => release(db, small, compiled)),
    each: () => timed(() => countEachOption(db, small, compiled)),
  });
  const growth = await inTurns(5, {
    small: async () => (await timed(() => release(db, small, compiled))) / many,
    large: async () => (await timed(() => release(db, large, compiled))) / veryMany,
  });
  return [
    { name: 'release/time', value: median(naive.release), unit: 'ms for 100,000 × 30', target: null },
    { name: 'release/naive', value: ratio(naive.each, naive.release), unit: '× faster', target: atLeast(10) },
    { name: 'release/growth', value: ratio(growth.large, growth.small), unit: '× per answer', target: atMost(1.2) },
  ];
}

async function reading(bench: Bench): Promise<Figure[]> {
  const { ports, resultsSlug } = await bench.served();
  const release: Visit = { port: ports.product, steps: [{ feed: get(`/api/kq/${resultsSlug}`), expect: 200 }] };
  const file: Visit = { port: ports.results, steps: [{ feed: get(filePath), expect: 200 }] };
  const { reads, files } = await inTurns(5, {
    files: () => fullSpeed(file, 2_000),
    reads: () => fullSpeed(release, 2_000),
  });
  return [
    { name: 'release/reads', value: median(reads), unit: 'per second', target: null },
    { name: 'release/read', value: ratio(files, reads), unit: '× static JSON', target: atMost(2) },
  ];
}

export async function releases(bench: Bench): Promise<Figure[]> {
  const figures = await reading(bench);
  const db = connect(bench.address, { max: 1 });
  try {
    return [...(await counting(bench, db)), ...figures, ...(await nationalPages(bench))];
  } finally {
    await db.destroy();
  }
}
