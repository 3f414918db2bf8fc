import { randomUUID } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { connect, type Database } from '@danban/db';
import { openHouseVault } from '@danban/db/vaults/house';
import { openReleaseVault } from '@danban/db/vaults/releases';
import { makeRelease } from '@danban/server/results/make';
import { openRelease, pageText, sharedByPages } from '@danban/server/results/reader';
import { saveRelease } from '@danban/server/results/store';
import type { Compiled, Definition } from '@danban/survey';
import { atMost, type Figure } from './figures.ts';
import type { Bench } from './product.ts';
import { thirtyQuestions } from './tally.ts';

/** A nation: the whole, sixty provinces, seven communes each, and schools of those. */
const [provinces, communes, units] = [60, 420, 3_581];
const perSchool = 40;
const rounds = 300;

function parentAt(position: number): number {
  if (position === 0) return -1;
  if (position <= provinces) return 0;
  if (position <= provinces + communes) return 1 + ((position - provinces - 1) % provinces);
  return 1 + provinces + ((position - provinces - communes - 1) % communes);
}

function nation() {
  return Array.from({ length: units }, (_, position) => ({
    position,
    parent: parentAt(position),
    unitId: `N${position}`,
    name: `Trường số ${position}`,
    own: false,
    invited: 100,
    answered: 0,
  }));
}

/** Thirty questions, the first of which divides people. */
function planned(compiled: Compiled): Definition {
  const [first, ...others] = compiled.definition.questions;
  const questions = [{ ...first!, dimension: true }, ...others] as Definition['questions'];
  return { ...compiled.definition, questions, plan: { breakdowns: [first!.id] } };
}

/** Sheets of every school, made of its number: nothing of it is random, so every run reads the same pages. */
async function* sheetsOf(columns: number) {
  for (let unit = provinces + communes + 1; unit < units; unit++) {
    const packed = Uint8Array.from(
      { length: columns * perSchool },
      (_, at) => 1 + ((at * 7 + unit * 13 + (at >> 5)) % 5),
    );
    yield await Promise.resolve({ unit, people: perSchool, packed });
  }
}

async function storeNation(
  db: Kysely<Database>,
  bench: Bench,
  definition: Definition,
  columns: number,
): Promise<string> {
  const { rows } = await sql<{ name: string }>`select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = 'survey' and is_generated = 'NEVER'`.execute(db);
  const survey = randomUUID();
  const names = sql.join(rows.map(({ name }) => sql.ref(name)));
  const copied = sql.join(rows.map(({ name }) => sql.ref(`c.${name}`)));
  await sql`insert into survey (${names}) select ${copied} from survey s,
    jsonb_populate_record(s, jsonb_build_object('id', ${survey}::text, 'results_slug', ${survey}::text)) as c
    where s.id = (select id from survey limit 1)`.execute(db);
  const mark = { number: 1, kind: 'final', planned: null, madeOn: '2026-03-02' } as const;
  const about = { body: 'Công đoàn', unit: 'Cả nước', closedOn: mark.madeOn, definitionHash: '' };
  const making = { definition, tree: nation(), mark, comments: 0, unopened: 0, onPaper: 0, about };
  const { release, params } = await makeRelease(making, { sheets: () => sheetsOf(columns), ledger: [], earlier: [] });
  const vault = openReleaseVault(bench.address);
  await saveRelease(vault, {
    ...mark,
    survey,
    release,
    params,
    planHash: null,
    tables: null,
    credentials: null,
  }).finally(() => vault.destroy());
  await sql`analyze release_group, release_cell`.execute(db);
  return survey;
}

const at = (times: number[], share: number): number => times[Math.floor((times.length - 1) * share)]!;

/** What the server takes for pages of a nation that nobody has asked for yet, from the database to the text. */
export async function nationalPages(bench: Bench): Promise<Figure[]> {
  const db = connect(bench.address, { max: 2 });
  const house = openHouseVault(bench.address);
  try {
    const compiled = thirtyQuestions((await bench.served()).definition);
    const survey = await storeNation(db, bench, planned(compiled), compiled.columns.length);
    const head = await sharedByPages(house, await openRelease(house, { survey, released: 1, number: 1 }));
    const times: number[] = [];
    for (let round = -20; round < rounds; round++) {
      // The whole comes up now and then, as it does with readers; the rest is anywhere in the tree.
      const unit = round % 10 === 0 ? 0 : (Math.abs(round) * 997) % units;
      const start = performance.now();
      await pageText(house, head, unit);
      if (round >= 0) times.push(performance.now() - start);
    }
    times.sort((a, b) => a - b);
    return [
      { name: 'release/page', value: at(times, 0.5), unit: 'ms, a page of 3,581 units', target: null },
      { name: 'release/page-slow', value: at(times, 0.95), unit: 'ms, 19 of 20 pages', target: atMost(5) },
    ];
  } finally {
    await Promise.all([db.destroy(), house.destroy()]);
  }
}
