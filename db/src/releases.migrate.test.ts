import { createHash, randomUUID } from 'node:crypto';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { connect } from './connect.ts';
import { migrate, migrationsFolder } from './migrate.ts';
import { serverForThisFile } from './testing.ts';

const address = serverForThisFile();

/** A release as the version before stored it: one text, tables first. */
const before = {
  schema: 1,
  survey: {
    title: { vi: 'Bữa ăn “bán trú”' },
    body: 'Công đoàn',
    unit: 'Sở',
    door: 'unit_link',
    closedOn: '2026-03-01',
  },
  thresholds: { unit: 5, sensitive: 10, comments: 10 },
  units: [
    { id: 'S', parent: -1, name: 'Sở', own: false, participation: { kind: 'exact', respondents: 30 } },
    { id: 'A', parent: 0, name: 'Trường Đặng Văn A', own: false, participation: { kind: 'few' } },
    { id: 'S', parent: 0, name: 'Sở', own: true, participation: { kind: 'unknown' } },
  ],
  questions: [
    {
      id: 'q1',
      type: 'scale',
      tables: [
        {
          label: null,
          options: [{ label: { vi: 'Tốt' }, score: 2 }],
          cells: [
            { kind: 'exact', n: 30, counts: [2, 28], mean: 1.67 },
            { kind: 'band', option: 1, atLeast: 90 },
            { kind: 'protected' },
          ],
        },
      ],
    },
    {
      id: 'q2',
      type: 'multi',
      tables: [0, 1].map((at) => ({
        label: { vi: `Ý ${at}` },
        options: [],
        cells: [
          { kind: 'exact', n: 30, counts: [10 + at, 20 - at], mean: null },
          { kind: 'protected' },
          { kind: 'protected' },
        ],
      })),
    },
  ],
  written: [{ id: 'q3', number: 3, text: { vi: 'Đề nghị?' } }],
  comments: { received: 12 },
};

test('a release that was stored by the version before is there afterwards with every figure, a row a unit', async () => {
  const database = `r${Math.random().toString(36).slice(2)}`;
  const server = connect(address(), { max: 1 });
  await sql`create database ${sql.id(database)}`.execute(server).finally(() => server.destroy());
  const db = connect({ ...address(), database });
  const place = await mkdtemp(join(tmpdir(), 'danban-releases-'));
  try {
    const old = (await readdir(migrationsFolder())).filter((name) => name < '0026');
    for (const name of old) await cp(new URL(name, migrationsFolder()), join(place, name));
    await migrate(db, pathToFileURL(`${place}/`));
    const [survey, account, body] = [randomUUID(), randomUUID(), JSON.stringify(before)];
    const checksum = createHash('sha256').update(body).digest();
    // Its body, unit and account are no matter here.
    await sql`alter table survey disable trigger all`.execute(db);
    await sql`insert into survey (id, body_id, unit_id, created_by, responsible, drafted_at, state, definition,
        definition_hash, opened_on, closes_at, results_slug)
      values (${survey}, 'B', 'S', ${account}, ${account}, now(), 'released', '{}', '\\x00', '2026-02-01',
        '2026-03-01T17:30:00Z', 'slug')`.execute(db);
    await sql`insert into release values (gen_random_uuid(), ${survey}, ${body}, ${checksum})`.execute(db);
    await migrate(db);

    const release = await db.selectFrom('release').selectAll().executeTakeFirstOrThrow();
    expect(release).toMatchObject({ survey_id: survey, number: 1, kind: 'final', made_on: '2026-03-02' });
    expect(JSON.parse(release.params)).toEqual({ converted: checksum.toString('hex') });
    const { units: _, questions, ...head } = before;
    expect(JSON.parse(release.head)).toEqual({
      ...head,
      schema: 2,
      plan: null,
      questions: questions.map((question) => ({
        ...question,
        tables: question.tables.map(({ cells: __, ...table }) => table),
      })),
    });
    const groups = await db
      .selectFrom('release_group')
      .innerJoin('release_cell', 'release_cell.position', 'release_group.position')
      .select(['release_group.position', 'parent', 'search_key', 'said', 'cells'])
      .orderBy('release_group.position')
      .execute();
    expect(groups.map(({ said }) => JSON.parse(said) as unknown)).toEqual(
      before.units.map((unit, position) => ({ ...unit, position, children: position === 0 ? 2 : 0 })),
    );
    expect(groups.map(({ cells }) => JSON.parse(cells) as unknown)).toEqual([
      [
        [1.67, 2, 28],
        [null, 10, 20],
        [null, 11, 19],
      ],
      [{ option: 1, atLeast: 90 }, 0, 0],
      [0, 0, 0],
    ]);
    expect(groups.map(({ parent, search_key: key }) => [parent, key])).toEqual([
      [-1, 'so'],
      [0, 'truong dang van a'],
      [0, 'so'],
    ]);
    const hash = createHash('sha256').update(`${release.head}\n`);
    for (const { said, cells } of groups) hash.update(`${said}\n${cells}\n`);
    expect(release.checksum).toEqual(hash.digest());
    const { released } = await db.selectFrom('survey').select('released').executeTakeFirstOrThrow();
    expect(released).toBe(1);
  } finally {
    await db.destroy();
    await rm(place, { recursive: true });
  }
});
