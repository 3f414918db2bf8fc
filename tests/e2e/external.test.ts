import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReleasePage, SurveyView } from '@danban/contract';
import { answersFor } from '@danban/server/example/answers';
import { repeatable } from '@danban/server/example/chance';
import type { Definition } from '@danban/survey';
import { deskOf, type Desk } from '../support/desk.ts';
import { canDump, dumpOf } from '../support/dump.ts';
import { onEachPostgres } from '../support/onEachPostgres.ts';
import { ownedDatabase, type OwnedDatabase } from '../support/ownedDatabase.ts';
import { startProduct, type Product } from '../support/product.ts';
import { tracesIn } from '../support/traces.ts';

const answered = 12;
const byExample = 36;
const marks = ['MayDanhDau', '198.51.100.177', 'nonce-danh-dau'];
const words = 'Lời riêng chỉ một người biết 4711';

onEachPostgres((version) => {
  let database: OwnedDatabase;
  let product: Product;
  let desk: Desk;
  let survey: SurveyView;

  const start = (more: Parameters<typeof startProduct>[0]) =>
    startProduct({ ...more, env: { DATABASE_URL: database.url } });
  beforeAll(async () => {
    database = await ownedDatabase(version);
    product = await start({ example: true });
    desk = await deskOf(product, 'organizer');
    survey = await desk.surveyIn('open');
  });
  afterAll(async () => {
    await product?.remove();
    await database?.remove();
  });

  const entrance = () => `${product.origin}/s/${survey.links[0]!.slug}`;
  const sheet = (seed: number) => {
    const definition = survey.definition as Definition;
    const free = definition.questions.find((question) => question.type === 'text')!.id;
    return { ...answersFor(definition, repeatable(seed), 0.6), [free]: words };
  };
  const answer = (seed: number) =>
    fetch(entrance().replace('/s/', '/api/s/') + '/submissions', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'MayDanhDau/47',
        'x-forwarded-for': '198.51.100.177',
      },
      body: JSON.stringify({ nonce: `nonce-danh-dau-4711-dai-du-${seed}`, answers: sheet(seed) }),
    });

  test('the product sets itself up as the owner of its database, who holds the four vaults and may nothing else, and brings no server', async () => {
    const { rows } = await sql<{ may: boolean; member: number }>`
      select rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls as may,
        (select count(*)::int from pg_auth_members where member = r.oid) as member
      from pg_roles r where rolname = current_user`.execute(database.db);
    expect(rows).toEqual([{ may: false, member: 4 }]);
    expect(existsSync(join(product.dataDir, 'pg'))).toBe(false);
    const tables = await sql<{ n: number }>`select count(*)::int as n from migration`.execute(database.db);
    expect(tables.rows[0]!.n).toBeGreaterThan(3);
  });

  test('people answer, a flush opens a batch, and the answers outlive a restart', async () => {
    expect((await fetch(entrance())).status).toBe(200);
    for (let seed = 0; seed < answered; seed++) expect((await answer(seed)).status).toBe(201);
    await sql`update job set run_at = '2020-01-01' where kind = 'flush'`.execute(database.db);
    await expect.poll(opened, { timeout: 30_000 }).toBeGreaterThan(0);
    expect(await product.stop()).toBe(0);
    product = await start({ home: dirname(product.dataDir), port: Number(new URL(product.origin).port) });
    // Opened meanwhile, or kept back: it counts once.
    expect([201, 409]).toContain((await answer(0)).status);
  });

  async function opened(): Promise<number> {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from urn.submission where survey_id = ${survey.id}`.execute(database.db);
    return rows[0]!.n;
  }

  test('the survey is closed, counted and published: everybody is in the figures', async () => {
    expect((await desk.send('POST', `/surveys/${survey.id}/close`, {})).status).toBe(200);
    await expect.poll(async () => (await desk.survey(survey.id)).state, { timeout: 30_000 }).toBe('released');
    const published = await desk.send('PUT', `/surveys/${survey.id}/publication`, { published: true });
    const { resultsUrl } = (await published.json()) as SurveyView;
    expect((await fetch(resultsUrl!)).status).toBe(200);
    const figures = await fetch(resultsUrl!.replace('/kq/', '/api/kq/'));
    const release = (await figures.json()) as ReleasePage;
    expect(release.units[0]!.participation).toMatchObject({ kind: 'exact', respondents: byExample + answered });
  });

  // A pg_dump reads servers of its own version and older: the older of ours is enough.
  if (version !== 15) return;
  test.skipIf(!canDump(version))(
    'a dump holds the words and no mark of who sent them, and one left there is seen',
    async () => {
      const dump = dumpOf(database.url);
      expect(dump).toContain(words);
      expect(tracesIn(Buffer.from(dump), marks, 'dump')).toEqual([]);
      await sql`create table careless as select 'MayDanhDau/47' as agent, '198.51.100.177'::inet as address`.execute(
        database.db,
      );
      const found = tracesIn(Buffer.from(dumpOf(database.url)), marks, 'dump');
      expect(new Set(found.map(({ mark }) => mark))).toEqual(new Set(['MayDanhDau', '198.51.100.177']));
    },
  );
});
