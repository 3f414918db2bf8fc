import { createHash, randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SurveyView, UnitSaid } from '@danban/contract';
import type { Definition } from '@danban/survey';
import { deskOf, type Desk } from '../support/desk.ts';
import { markIn, markedSheets, send } from '../support/markedSheets.ts';
import { mortalProduct, pause, until, waysToDie, type Mortal } from '../support/mortal.ts';

/** How many sheets lie in each urn before it closes: opening takes longer the more there are. */
const sizes = [60, 1_200, 150, 600, 300, 1_200, 300, 600];
const killsPerSurvey = 3;
const senders = 8;
const day = 24 * 60 * 60 * 1000;

let mortal: Mortal;
let desk: Desk;
/** Kills that fell while the row of the close job was held: the close was under way. */
let struck = 0;
let kills = 0;

beforeAll(async () => {
  mortal = await mortalProduct();
  desk = await deskOf(mortal.product, 'organizer');
});
afterAll(() => mortal?.product.remove());

interface Closing {
  survey: SurveyView;
  definition: Definition;
  taken: Set<string>;
  /** Sent while it closed, and refused at last: whether an earlier try arrived nobody was told. */
  unknown: Set<string>;
}

async function openSurvey(): Promise<Closing> {
  const input = { template: 'khao-sat-hai-long-phu-huynh', bodyId: 'CDGD-TINH', unitId: 'THPT.SONGNINH' };
  const draft = (await (await desk.send('POST', '/surveys', input)).json()) as SurveyView;
  const closesAt = new Date(Date.now() + 20 * day).toISOString();
  const opened = await desk.send('POST', `/surveys/${draft.id}/open`, { closesAt });
  const survey = (await opened.json()) as SurveyView;
  return { survey, definition: survey.definition as Definition, taken: new Set(), unknown: new Set() };
}

/** Eight send side by side until so many are taken, or nothing is taken any more. */
async function fill({ survey, definition, taken, unknown }: Closing, size: number): Promise<void> {
  const sheet = markedSheets(definition);
  const url = `${mortal.product.origin}/api/s/${survey.links[0]!.slug}/submissions`;
  const keepSending = async (): Promise<void> => {
    while (taken.size < size) {
      const marked = sheet();
      const fate = await send(url, marked, () => false);
      if (fate === 'taken') taken.add(marked.marker);
      if (fate === 'unknown') unknown.add(marked.marker);
      if (fate !== 'taken') return;
    }
  };
  await Promise.all(Array.from({ length: senders }, keepSending));
}

/**
 * Where the close of a survey stands; `undefined`: nobody can be asked. A job that is running holds its row: the
 * transaction that locked it is alive. Looking takes no lock, or the worker would pass the row over.
 */
async function closeOf(survey: string): Promise<'waits' | 'runs' | 'done' | undefined> {
  const db = mortal.database();
  const look = sql<{ runs: boolean }>`
    select exists (select from pg_locks where locktype = 'transactionid' and transactionid = job.xmax) as runs
    from job where survey_id = ${survey} and kind = 'close'`.execute(db);
  const found = await look.catch(() => undefined);
  await db.destroy();
  if (!found) return undefined;
  const job = found.rows[0];
  return job ? (job.runs ? 'runs' : 'waits') : 'done';
}

const stateOf = async ({ survey }: Closing): Promise<SurveyView['state']> => (await desk.survey(survey.id)).state;

/** Looks as often as it can: the moment is short. */
async function runsOrIsDone(survey: string): Promise<boolean> {
  const deadline = performance.now() + 60_000;
  while (performance.now() < deadline) {
    const close = await closeOf(survey);
    if (close === 'done') return false;
    if (close === 'runs') return true;
    await pause(5);
  }
  throw new Error(`its close neither runs nor ends:\n${mortal.product.printed()}`);
}

/** Kills in the middle of the close, at a moment of chance, until it is through in spite of it. */
async function closeUnderKills(closing: Closing, size: number): Promise<void> {
  const { id } = closing.survey;
  const late = fill(closing, Infinity);
  // The database may still be on its way up from the kill before.
  await until(
    async () => (await desk.send('POST', `/surveys/${id}/close`, {})).ok || (await stateOf(closing)) === 'closing',
    () => `it could not be closed:\n${mortal.product.printed()}`,
  );
  for (let n = 0; n < killsPerSurvey && (await runsOrIsDone(id)); n++) {
    await pause(randomInt(0, 20 + size / 5));
    if ((await closeOf(id)) === 'runs') struck += 1;
    await mortal.kill(waysToDie[kills++ % 3]!);
  }
  await late;
}

interface Remains {
  marks: string[];
  staged: boolean;
  batches: number;
  release: string;
  checksum: string;
  /** What is said of all who were asked. */
  whole: string;
}

async function remainsOf({ survey, definition }: Closing): Promise<Remains> {
  const db = mortal.database();
  const bodies = await sql<{ body: string }>`select body from urn.submission where survey_id = ${survey.id}`.execute(
    db,
  );
  const rest = await sql<Omit<Remains, 'marks'>>`
    select to_regclass(${`urn.staged_${survey.id.replaceAll('-', '')}`}) is not null as staged,
      (select count(*)::int from urn.batch where survey_id = ${survey.id}) as batches,
      head || E'\\n' || (
        select string_agg(said || E'\\n' || cells || E'\\n', '' order by position)
        from release_group join release_cell using (release_id, position) where release_id = release.id
      ) as release, encode(checksum, 'hex') as checksum,
      (select said from release_group where release_id = release.id and position = 0) as whole
    from release where survey_id = ${survey.id}`.execute(db);
  await db.destroy();
  return { ...rest.rows[0]!, marks: bodies.rows.map(({ body }) => markIn(definition, body)) };
}

test(
  'kills that fall into a close lose and double nothing, and it ends with its keys destroyed and its results out',
  {
    timeout: 600_000,
  },
  async () => {
    const surveys: Closing[] = [];
    for (const size of sizes) {
      const closing = await openSurvey();
      await fill(closing, size);
      surveys.push(closing);
    }
    for (const [i, closing] of surveys.entries()) await closeUnderKills(closing, sizes[i]!);
    for (const closing of surveys) {
      const folder = join(mortal.keysDir, closing.survey.id);
      await until(
        async () => (await stateOf(closing)) === 'released' && !existsSync(folder),
        () => `its close did not end:\n${mortal.product.printed()}`,
      );
      const { marks, staged, batches, release, checksum, whole } = await remainsOf(closing);
      const seen = Map.groupBy(marks, (mark) => mark);
      expect([...closing.taken].filter((mark) => seen.get(mark)?.length !== 1)).toEqual([]);
      const others = marks.filter((mark) => !closing.taken.has(mark));
      expect(others.filter((mark) => !closing.unknown.has(mark) || seen.get(mark)!.length !== 1)).toEqual([]);
      expect({ staged, batches }).toEqual({ staged: false, batches: 0 });
      expect(createHash('sha256').update(release).digest('hex')).toBe(checksum);
      const { participation } = JSON.parse(whole) as UnitSaid;
      expect(participation).toMatchObject({ kind: 'exact', respondents: marks.length });
    }
    console.log(`${kills} kills, ${struck} of them while a close was under way`);
    expect(struck).toBeGreaterThanOrEqual(sizes.length / 2);
  },
);
