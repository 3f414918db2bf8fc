import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { audit, urlOf } from '../support/audit.ts';
import { freshDatabase, type FreshDatabase } from '../support/freshDatabase.ts';
import { testHouse, type TestHouse } from '../support/house.ts';
import { invite, setUp, type Visitor } from '../support/staff.ts';

let database: FreshDatabase;
let place: TestHouse;
let admin: Visitor;

beforeEach(async () => {
  database = await freshDatabase();
  place = await testHouse(database);
  admin = await setUp(place);
  for (const login of ['mot', 'hai', 'bon']) await invite(admin, { login, role: 'leader', unitId: 'goc' });
});
afterEach(() => place.close());

const verify = (...args: string[]) => audit(['verify', ...args], { DATABASE_URL: urlOf(database.connection) });
const headIn = (said: string) => /head: (\S+)/.exec(said)![1]!;

/** What somebody does who owns the database and switches its guards off. */
async function tamper(statement: ReturnType<typeof sql>): Promise<void> {
  await database.db.connection().execute(async (db) => {
    await sql`set session_replication_role = replica`.execute(db);
    await statement.execute(db);
    await sql`set session_replication_role = default`.execute(db);
  });
}

describe('npm run audit -- verify', () => {
  test('an untouched log: every check with its mark, and the head to be noted', () => {
    const { status, said } = verify();
    expect(said.replace(/head: 5:[0-9a-f]{4}(-[0-9a-f]{4}){4}$/m, 'head: …')).toBe(
      [
        '✓ 5 acts, numbered without a gap',
        '✓ each act follows the very act before it, by its hash',
        '✓ the content of every act is what was recorded',
        '✓ every act is found by its names',
        '✓ the database refuses to change or remove an act',
        '· head: …',
        '· Note the head outside of this computer. Only a noted head shows later that the end was cut off or made anew.',
        '',
      ].join('\n'),
    );
    expect(status).toBe(0);
  });

  test.each([
    ['who', sql`update audit_event set actor_name = 'Người khác' where seq = 3`, /✗ act 3 is not as it was recorded/],
    ['when', sql`update audit_event set at = at - interval '1 day' where seq = 3`, /✗ act 3 is not as it was recorded/],
    [
      'details',
      sql`update audit_event set details = '{"roles":[]}' where seq = 4`,
      /✗ act 4 is not as it was recorded/,
    ],
    ['a hash', sql`update audit_event set content = sha256('x') where seq = 2`, /✗ act 2 is not as it was recorded/],
    [
      'a dropped act',
      sql`delete from audit_event where seq = 3`,
      /✗ act 4 does not come next: acts before it are missing/,
    ],
    ['a dropped beginning', sql`delete from audit_event where seq = 1`, /✗ act 2 is not the first act of a log/],
    ['a predecessor', sql`update audit_event set previous = sha256('x') where seq = 4`, /✗ act 4 does not follow/],
    [
      'a name to find it by',
      sql`update audit_event set search_key = '' where seq = 3`,
      /✗ act 3 is not found by its names/,
    ],
  ])('%s altered is named at its place', async (_what, statement, sentence) => {
    await tamper(statement);
    const { status, said } = verify();
    expect(said).toMatch(sentence);
    expect(status).toBe(1);
  });

  test('guards that are switched off are told', async () => {
    await sql`alter table audit_event disable trigger only_added_to`.execute(database.db);
    const { status, said } = verify();
    expect(said).toContain('✗ the database does not refuse to change an act');
    expect(status).toBe(1);
  });

  test('a cut off end shows to who noted the head, and to nobody else', async () => {
    const head = headIn(verify().said);
    expect(verify('--anchor', head).said).toMatch(/✓ act 5 is the one whose hash was noted/);
    await tamper(sql`delete from audit_event where seq > 3`);
    expect(verify().status).toBe(0);
    const { status, said } = verify('--anchor', head);
    expect(said).toMatch(/✗ act 4 and all after it are missing: the log was cut off at its end/);
    expect(status).toBe(1);
  });

  test('a log that was begun anew shows to who noted a head', async () => {
    const head = headIn(verify().said);
    await tamper(sql`delete from audit_event`);
    const again = await testHouse({ ...database, close: async () => undefined });
    await again.close();
    await invite(admin, { login: 'nam', role: 'leader', unitId: 'goc' });
    await invite(admin, { login: 'sau', role: 'leader', unitId: 'goc' });
    expect(verify().status).toBe(0);
    expect(verify('--anchor', head).said).toMatch(/✗ act 4 and all after it are missing/);
    for (const login of ['bay', 'tam', 'chin']) await invite(admin, { login, role: 'leader', unitId: 'goc' });
    expect(verify('--anchor', head).said).toMatch(/✗ act 5 is not the act whose hash was noted/);
  });

  test('an older time after a younger one is worth a note, not an alarm', async () => {
    place.pass(-60_000);
    await invite(admin, { login: 'nam', role: 'leader', unitId: 'goc' });
    const { status, said } = verify();
    expect(said).toContain('· 1 of 6 bear an earlier time than the act before');
    expect(status).toBe(0);
  });

  test.each([
    [['verify', '--anchor', 'abc']],
    [['verify', '--anchor', '5:abc']],
    [['verify', '--wrong']],
    [['check']],
    [[]],
    [['verify', '/nowhere/at-all.jsonl']],
  ])('%j is told what is wrong, in words, and ends with 2', (args) => {
    const { status, said } = audit(args, { DATABASE_URL: urlOf(database.connection) });
    expect(said).toMatch(/Usage: npm run audit|is not a noted head|cannot be read/);
    expect(said).not.toMatch(/^ +at /m);
    expect(status).toBe(2);
  });

  test('a database without a log, one that is away, and a folder without one are told in words', async () => {
    const { db } = database;
    await sql`alter table audit_event rename to elsewhere`.execute(db);
    expect(verify()).toEqual({
      status: 2,
      said: 'This database has no audit log yet. Start the product once: it makes one.\n',
    });
    await sql`alter table elsewhere rename to audit_event`.execute(db);
    const away = audit(['verify'], { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' });
    expect([away.status, away.said]).toEqual([2, 'The database could not be read (ECONNREFUSED).\n']);
    const { status, said } = audit(['verify'], { DANBAN_DATA: '/nowhere/data' });
    expect([status, said]).toEqual([
      2,
      'There is no database in this folder yet. Start the product once: it makes one. (/nowhere/data)\n',
    ]);
  });
});
