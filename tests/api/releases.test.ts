import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  cellsOf,
  type CorrectionView,
  type FoundUnits,
  type ReleasePage,
  type SurveyView,
  unpackCell,
} from '@danban/contract';
import { connect } from '@danban/db';
import { answersFor } from '@danban/server/example/answers';
import { repeatable } from '@danban/server/example/chance';
import { settle, type People } from '@danban/server/example/people';
import { signedIn, type Send } from '@danban/server/example/visitor';
import type { Definition } from '@danban/survey';
import type { FreshDatabase } from '../support/freshDatabase.ts';
import { testHouse, type TestHouse } from '../support/house.ts';
import { onEachPostgres } from '../support/onEachPostgres.ts';

const day = 24 * 60 * 60 * 1000;
const template = 'khao-sat-hai-long-phu-huynh';
const denied = '42501';
const neverChanged = '23001';

interface Exported extends ReleasePage {
  groups: Pick<ReleasePage['units'][number], 'cells'>[];
}

/** What each cell of a group stores: "n of category c" of every table, and its mean or bound. */
const numbersIn = (packed: ReleasePage['units'][number]['cells']): number[] =>
  packed.flatMap((cell) => {
    const shown = unpackCell(cell);
    if (shown.kind === 'exact') return [...shown.counts, ...(shown.mean === null ? [] : [shown.mean])];
    return shown.kind === 'band' ? [shown.atLeast] : [];
  });

onEachPostgres((_, fresh) => {
  let database: FreshDatabase;
  let at: TestHouse;
  let people: People;
  let send: Send;
  let survey: SurveyView;
  /** One with a unit of three answers. */
  let smallUnits: SurveyView;
  let slug: string;

  const desk = () => signedIn(at.house, send, people.organizer);
  const pass = async (days: number) => {
    at.pass(days * day + 1000);
    await at.work();
    await at.work();
  };
  let serial = 0;
  const chance = repeatable(11);
  const answer = async (link: number, times: number, q1?: string) => {
    for (let i = 0; i < times; i++) {
      const answers = { ...answersFor(survey.definition as Definition, chance, 0.6), ...(q1 ? { q1 } : {}) };
      const nonce = `nonce-of-twenty-two-chars-${serial++}`;
      const sent = await send(`/api/s/${survey.links[link]!.slug}/submissions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ nonce, answers }),
      });
      expect(sent.status).toBe(201);
    }
  };
  const open = async (interim: string[]): Promise<SurveyView> => {
    const organizer = await desk();
    const draft = (await organizer.post('/surveys', {
      template,
      bodyId: 'CDGD-TINH',
      unitId: 'PGD.TPND',
    })) as SurveyView;
    const definition = { ...(draft.definition as Definition), plan: { breakdowns: ['q1'], interim } };
    await organizer.put(`/surveys/${draft.id}`, { definition, revision: draft.revision });
    const closesAt = new Date(at.house.clock().getTime() + 30 * day).toISOString();
    return (await organizer.post(`/surveys/${draft.id}/open`, { closesAt })) as SurveyView;
  };
  const again = async () => (await (await desk()).get(`/surveys/${survey.id}`)) as SurveyView;
  const page = async (query = '') => (await (await desk()).get(`/surveys/${survey.id}/release${query}`)) as ReleasePage;
  const inRole = async (role: 'danban_house' | 'danban_results', statement: string) => {
    const db = connect(database.connection, { max: 1, role });
    return sql
      .raw(statement)
      .execute(db)
      .then(
        ({ rows }) => rows.length,
        (error: unknown) => String((error as { code?: unknown }).code),
      )
      .finally(() => db.destroy());
  };

  // Figures of an announced day, more answers, then those of the close; everything below looks at what is left.
  beforeAll(async () => {
    database = await fresh();
    at = await testHouse(database);
    send = (path, init) => at.app.request(path, init);
    people = await settle(at.house, undefined);
    survey = await open(['2026-03-05', '2026-03-15']);
    await answer(0, 70, 'o1');
    await answer(0, 60, 'o2');
    await answer(1, 30, 'o1');
    await pass(4);
  }, 120_000);
  afterAll(() => at.close());

  test('on an announced day figures come out with the flush, of large units alone, and the survey goes on', async () => {
    expect(await again()).toMatchObject({ state: 'open', released: 1, releaseRefused: false });
    const { release, units, path, comments } = await page();
    expect(release).toMatchObject({ number: 1, kind: 'interim', madeOn: '2026-03-06' });
    expect(path).toEqual([]);
    expect(comments.received).toBeNull();
    expect(units[0]!.participation).toMatchObject({ kind: 'exact' });
    const large = units.filter(({ participation }) => participation.kind === 'exact').slice(1);
    for (const { participation } of large) {
      expect(participation.kind === 'exact' && participation.respondents).toBeGreaterThanOrEqual(100);
    }
    const told = await sql<{ act: string }>`
      select act from audit_event where object_id = ${survey.id} and act like 'survey.release%'`.execute(database.db);
    expect(told.rows).toEqual([{ act: 'survey.release-interim' }]);
  });

  test('the same day is not released twice, and a leader reads what nobody else is shown', async () => {
    await answer(0, 30);
    await pass(1);
    expect((await again()).released).toBe(1);
    const leader = await signedIn(at.house, send, people.leader);
    expect(await leader.get(`/surveys/${survey.id}/release`)).toEqual(await page());
    expect((await send(`/api/kq/${survey.id}`)).status).toBe(404);
  });

  test('at the close there is a final release beside it, which took what was told before into account', async () => {
    await answer(1, 25, 'o2');
    await answer(2, 12);
    await (await desk()).post(`/surveys/${survey.id}/close`);
    await at.work();
    await at.work();
    const published = (await (
      await desk()
    ).put(`/surveys/${survey.id}/publication`, { published: true })) as SurveyView;
    slug = published.resultsUrl!.split('/').at(-1)!;
    expect(published).toMatchObject({ state: 'released', released: 2 });
    const newest = await page();
    expect(newest.releases.map(({ number, kind }) => [number, kind])).toEqual([
      [2, 'final'],
      [1, 'interim'],
    ]);
    expect(newest.units[0]!.participation).toMatchObject({ kind: 'exact', respondents: 70 + 60 + 30 + 30 + 25 + 12 });
    expect((await page('?release=1')).release.number).toBe(1);
    const { rows } = await sql<{ release: number; people: number }>`
      select release, octet_length(people) as people from urn.ledger_cell order by 1`.execute(database.db);
    expect(rows.map(({ release }) => release)).toEqual([1, 2]);
  });

  test('before the close units are not broken down, at the close they are', async () => {
    const figures = ({ breakdowns }: ReleasePage) => breakdowns.flatMap(({ cells }) => numbersIn(cells));
    const [newest, before] = [await page(), await page('?release=1')];
    expect(figures(before)).toEqual([]);
    expect(before.breakdowns.every(({ n }) => n === null)).toBe(true);
    expect(figures(newest).length).toBeGreaterThan(100);
  });

  test('what late answers add to a group that was shown before is never a few people', async () => {
    const [newest, before] = [await page(), await page('?release=1')];
    const respondents = (of: ReleasePage) =>
      new Map(
        of.units.flatMap(({ position, participation }) =>
          participation.kind === 'exact' ? [[position, participation.respondents] as const] : [],
        ),
      );
    const earlier = respondents(before);
    for (const [position, n] of respondents(newest)) {
      const more = n - (earlier.get(position) ?? n);
      expect(more === 0 || more >= 5).toBe(true);
    }
  });

  test('a unit is read with its breakdowns, the way to it, and what lies below', async () => {
    const whole = await page();
    expect(whole.unitCount).toBe(whole.units.length);
    expect(whole.breakdowns.length).toBe(6);
    expect(whole.breakdowns.every(({ unit, by }) => unit === 0 && by.length === 1)).toBe(true);
    expect(whole.breakdowns.filter(({ n }) => n !== null).every(({ n }) => n! >= 10)).toBe(true);
    const child = await page('?unit=1');
    expect(child.path.map(({ position }) => position)).toEqual([0]);
    expect(child.units).toEqual([whole.units[1]]);
    await expect(page('?unit=9999')).rejects.toThrow('404');
    await expect(page('?release=9')).rejects.toThrow('404');
    await expect(page('?unit=x')).rejects.toThrow('422');
  });

  test('a unit is found by a part of its name, with or without marks', async () => {
    const { name } = (await page()).units[2]!;
    const plain = name
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '')
      .replace(/đ/gi, 'd')
      .toUpperCase();
    for (const words of [name, plain]) {
      const found = await (await send(`/api/kq/${slug}/units?q=${encodeURIComponent(words)}`)).json();
      expect((found as FoundUnits).units.map((unit) => unit.name)).toContain(name);
    }
    expect(await (await send(`/api/kq/${slug}/units?q=khongcodauca`)).json()).toEqual({ units: [], more: false });
  });

  test('every number of every page and export stands in the stored release', async () => {
    const stored = await sql<{ number: number; position: number; said: string; cells: string }>`
      select number, position, said, cells from release join release_group g on g.release_id = id
        join release_cell c using (release_id, position) where survey_id = ${survey.id}
      order by number, position`.execute(database.db);
    for (const number of [1, 2]) {
      const rows = stored.rows.filter((row) => row.number === number);
      const groups = rows.map(
        ({ said, cells }) =>
          ({ ...(JSON.parse(said) as object), cells: JSON.parse(cells) as unknown }) as Exported['groups'][number],
      );
      const whole = (await (await send(`/api/kq/${slug}/release.json?release=${number}`)).json()) as Exported;
      expect(whole.groups).toEqual(groups);
      const names = new Set(groups.map((group) => JSON.stringify(group)));
      for (const position of groups.keys()) {
        const shown = await send(`/api/kq/${slug}?release=${number}&unit=${position}`);
        if (shown.status === 404) continue;
        const one = (await shown.json()) as ReleasePage;
        for (const group of [...one.units, ...one.breakdowns]) expect(names).toContain(JSON.stringify(group));
      }
      const csv = await (await send(`/api/kq/${slug}/release.csv?release=${number}`)).text();
      const counts = groups
        .flatMap(({ cells }) => cellsOf(whole, cells).flat())
        .flatMap((cell) => (cell.kind === 'exact' ? [...cell.counts.slice(1), cell.counts[0]!] : []));
      const written = csv.split('\r\n').map((line) => line.split(';').at(-2) ?? '');
      expect(written.filter((count) => /^\d+$/.test(count)).map(Number)).toEqual(counts);
      const bounds = new Set(groups.flatMap(({ cells }) => numbersIn(cells)));
      for (const [, percent] of csv.matchAll(/ít nhất (\d+)%/g)) expect(bounds).toContain(Number(percent));
    }
  });

  test('who answers readers neither writes a release nor reads the ledger; nobody changes what is stored', async () => {
    const writes = [
      `insert into release select gen_random_uuid(), survey_id, 9, 'correction', null, made_on, head, params, plan_hash, checksum from release limit 1`,
      `update release set head = '{}'`,
      'delete from release_cell',
      `update release_group set said = '{}'`,
    ];
    for (const statement of writes) expect(await inRole('danban_house', statement)).toBe(denied);
    for (const table of ['urn.submission', 'urn.ledger_cell', 'urn.ledger_column'])
      expect(await inRole('danban_house', `select from ${table}`)).toBe(denied);
    expect(await inRole('danban_house', 'select from release_cell limit 1')).toBe(1);
    for (const statement of writes.slice(1)) expect(await inRole('danban_results', statement)).toBe(denied);
    expect(await inRole('danban_results', 'select from survey')).toBe(denied);
    for (const statement of writes.slice(1)) {
      await expect(sql.raw(statement).execute(database.db)).rejects.toMatchObject({ code: neverChanged });
    }
    await expect(sql`truncate release_cell`.execute(database.db)).rejects.toMatchObject({ code: neverChanged });
  });

  const correction = (invited: { position: number; invited: number | null }[], reason = 'Số gia đình ghi nhầm sổ.') =>
    desk().then((organizer) => organizer.post(`/surveys/${survey.id}/correction`, { reason, invited }));

  test('a unit of fewer than five and one that is hidden for its sake look alike wherever they are read', async () => {
    const before = survey;
    survey = await open([]);
    await answer(0, 30);
    await answer(1, 31);
    await answer(2, 3);
    await (await desk()).post(`/surveys/${survey.id}/close`);
    await at.work();
    await at.work();
    const { resultsUrl } = (await (
      await desk()
    ).put(`/surveys/${survey.id}/publication`, { published: true })) as SurveyView;
    const kq = `/api/kq/${resultsUrl!.split('/').at(-1)!}`;
    const { units } = await page();
    const hidden = units.filter(({ participation }) => participation.kind !== 'exact');
    expect(hidden).toHaveLength(2);
    const [few, forItsSake] = await Promise.all(
      hidden.map(async ({ position }) => (await (await send(`${kq}?unit=${position}`)).json()) as ReleasePage),
    );
    const shapeOf = ({ units: [unit], breakdowns, path }: ReleasePage) => {
      const { participation, cells, ...rest } = unit!;
      return { cells, breakdowns, path, said: Object.keys(rest), participation: Object.keys(participation).length };
    };
    expect(shapeOf(few!)).toEqual(shapeOf(forItsSake!));
    expect(new Set(few!.units[0]!.cells)).toEqual(new Set([0]));
    const csv = (await (await send(`${kq}/release.csv`)).text()).split('\r\n');
    const linesOf = (name: string) =>
      csv.filter((line) => line.startsWith(name)).map((line) => line.slice(name.length));
    expect(linesOf(hidden[0]!.name).length).toBeGreaterThan(10);
    expect(linesOf(hidden[0]!.name)).toEqual(linesOf(hidden[1]!.name));
    const told = await Promise.all(
      ['/units?q=truong', `/waves?unit=${hidden[0]!.position}`].map(async (path) => (await send(kq + path)).text()),
    );
    expect(JSON.parse(told[1]!)).toEqual({ waves: [] });
    for (const unit of (JSON.parse(told[0]!) as FoundUnits).units)
      expect(Object.keys(unit)).toEqual(['position', 'name', 'own', 'above']);
    smallUnits = survey;
    survey = before;
  });

  test('how many were asked is corrected where results are shown, and nowhere else; without a reason or a change it is refused', async () => {
    const before = survey;
    survey = smallUnits;
    const { units } = await page();
    const shown = units.find(({ participation, children }) => participation.kind === 'exact' && children === 0)!;
    const hidden = units.find(({ participation }) => participation.kind !== 'exact')!;
    const invited = shown.participation.kind === 'exact' ? shown.participation.invited! : 0;
    await expect(correction([{ position: hidden.position, invited: 90 }])).rejects.toThrow('correction-protected');
    // What stands above is the sum of what lies below.
    await expect(correction([{ position: 0, invited: 90 }])).rejects.toThrow('correction-protected');
    await expect(correction([{ position: 9999, invited: 90 }])).rejects.toThrow('correction-protected');
    await expect(correction([{ position: shown.position, invited }])).rejects.toThrow('correction-nothing');
    await expect(correction([{ position: shown.position, invited: invited + 5 }], 'nhầm')).rejects.toThrow('422');
    const leader = await signedIn(at.house, send, people.leader);
    await expect(leader.get(`/surveys/${survey.id}/correction`)).rejects.toThrow('403');
    const view = (await (await desk()).get(`/surveys/${survey.id}/correction`)) as CorrectionView;
    expect(view.below.find(({ position }) => position === shown.position)).toMatchObject({ invited, mayCorrect: true });
    expect(view.below.find(({ position }) => position === hidden.position)).toMatchObject({
      invited: null,
      respondents: null,
      mayCorrect: false,
    });
    survey = before;
  });

  test('a correction is a release of its own that says why; those before it stay as they were', async () => {
    const before = await (await send(`/api/kq/${slug}/release.json?release=2`)).text();
    const old = await page();
    const shown = old.units.find(({ participation, children }) => participation.kind === 'exact' && children === 0)!;
    const asked = (of: ReleasePage, position: number) => {
      const { participation } = of.units.find((unit) => unit.position === position)!;
      return participation.kind === 'exact' ? participation : null;
    };
    const invited = asked(old, shown.position)!.invited! + 40;
    await correction([{ position: shown.position, invited }]);
    await expect(correction([{ position: shown.position, invited: invited + 1 }])).rejects.toThrow(
      'correction-waiting',
    );
    await at.work();
    const corrected = await page();
    const { release, releases } = corrected;
    expect(release).toMatchObject({ number: 3, kind: 'correction', reason: 'Số gia đình ghi nhầm sổ.' });
    expect(asked(corrected, shown.position)).toMatchObject({ invited });
    expect(asked(corrected, 0)!.invited).toBe(asked(old, 0)!.invited! + 40);
    expect(asked(corrected, 0)!.respondents).toBe(asked(old, 0)!.respondents);
    const kept = (text: string) => (JSON.parse(text) as Exported).groups;
    expect(kept(await (await send(`/api/kq/${slug}/release.json?release=2`)).text())).toEqual(kept(before));
    expect(releases.map(({ number, reason }) => [number, reason])).toEqual([
      [3, 'Số gia đình ghi nhầm sổ.'],
      [2, undefined],
      [1, undefined],
    ]);
    const told = await sql<{ details: unknown }>`select details from audit_event
      where object_id = ${survey.id} and act = 'survey.correct'`.execute(database.db);
    expect(told.rows).toEqual([{ details: { units: 1 } }]);
  });

  test('a correction that was cut short before anybody was shown it is found, and not made a second time', async () => {
    const { units } = await page();
    const shown = units.find(({ participation, children }) => participation.kind === 'exact' && children === 0)!;
    const invited = shown.participation.kind === 'exact' ? shown.participation.invited! + 7 : 0;
    await correction([{ position: shown.position, invited }], 'Bổ sung số gia đình mới đến.');
    await at.work();
    // As it was in the moment between storing and showing.
    await sql`update survey set released = 3 where id = ${survey.id}`.execute(database.db);
    await sql`update release_correction set release = null where survey_id = ${survey.id} and release = 4`.execute(
      database.db,
    );
    await sql`insert into job (kind, survey_id, run_at) values ('correct', ${survey.id}, '2026-01-01')`.execute(
      database.db,
    );
    at.house.doors.forget(survey.id);
    await at.work();
    const { release, releases } = await page();
    expect(release).toMatchObject({ number: 4, reason: 'Bổ sung số gia đình mới đến.' });
    expect(releases).toHaveLength(4);
  });

  test('when what was told before cannot be held to, nothing is released, and the survey says so', async () => {
    survey = await open(['2026-03-10']);
    await answer(0, 130);
    await pass(3);
    const shown = await again();
    expect(shown.released).toBe(1);
    // Sheets that were counted are gone: the ledger speaks of people nobody finds any more.
    await sql`delete from urn.submission where survey_id = ${survey.id}
      and leaf in (select leaf from urn.submission where survey_id = ${survey.id} limit 30)`.execute(database.db);
    await (await desk()).post(`/surveys/${survey.id}/close`);
    await at.work();
    await at.work();
    expect(await again()).toMatchObject({ state: 'closed', released: 1, releaseRefused: true });
    const jobs = await sql<{ kind: string }>`
      select kind from job where survey_id = ${survey.id} and kind = 'release'`.execute(database.db);
    expect(jobs.rows).toEqual([]);
    const told = await sql<{ details: unknown }>`select details from audit_event
      where object_id = ${survey.id} and act = 'survey.release-refused'`.execute(database.db);
    expect(told.rows).toEqual([{ details: { kind: 'final' } }]);
    expect((await page()).release.kind).toBe('interim');
  });
});
