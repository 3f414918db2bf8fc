import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { connect } from './connect.ts';
import { serverForThisFile } from './testing.ts';
import { issuesIn, warnAboutSettings } from './warnAboutSettings.ts';

const address = serverForThisFile({ fsync: 'on' });

const quiet = {
  server_version_num: '180004',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_min_duration_sample: '-1',
  log_transaction_sample_rate: '0',
  log_parameter_max_length: '-1',
  log_parameter_max_length_on_error: '0',
  track_commit_timestamp: 'off',
  wal_level: 'replica',
  synchronous_commit: 'on',
  fsync: 'on',
};

test('the server we bring gives no cause for a warning', async () => {
  const db = connect(address());
  expect(await warnAboutSettings(db)).toEqual([]);
  await db.destroy();
});

test('a setting that logs parameters is found in a living server', async () => {
  const db = connect(address(), { max: 1 });
  await sql`set log_min_duration_statement = 1000`.execute(db);
  await sql`set log_parameter_max_length = 10`.execute(db);
  expect(await warnAboutSettings(db)).toEqual([{ code: 'parameter-logging', level: 'warning' }]);
  await db.destroy();
});

test('a standby whose progress this role may not see is named, until it may', async () => {
  const owner = connect(address(), { max: 1 });
  await sql`create role keeper login`.execute(owner);
  await sql`select pg_create_physical_replication_slot('away')`.execute(owner);
  const db = connect({ ...address(), user: 'keeper' }, { max: 1 });
  expect(await warnAboutSettings(owner)).toEqual([]);
  expect(await warnAboutSettings(db)).toEqual([{ code: 'standbys-unseen', level: 'warning' }]);
  await sql`grant pg_read_all_stats to keeper`.execute(owner);
  expect(await warnAboutSettings(db)).toEqual([]);
  await sql`select pg_drop_replication_slot('away')`.execute(owner);
  await Promise.all([owner.destroy(), db.destroy()]);
});

test('a server as PostgreSQL ships it passes', () => {
  expect(issuesIn(quiet)).toEqual([]);
});

test.each([
  [{ log_parameter_max_length_on_error: '-1' }, ['parameter-logging']],
  [{ log_min_duration_statement: '0' }, ['parameter-logging']],
  [{ log_min_duration_sample: '100' }, ['parameter-logging']],
  [{ log_transaction_sample_rate: '0.1' }, ['parameter-logging']],
  [{ log_min_duration_statement: '0', log_parameter_max_length: '0' }, []],
  [{ log_statement: 'mod' }, ['parameter-logging', 'statement-logging']],
  [{ track_commit_timestamp: 'on' }, ['commit-timestamps']],
  [{ wal_level: 'logical' }, ['logical-replication']],
  [{ synchronous_commit: 'off' }, ['asynchronous-commit']],
  [{ synchronous_commit: 'local' }, []],
  [{ fsync: 'off' }, ['fsync-off']],
  [{ server_version_num: '140012' }, ['server-too-old']],
])('%o is named', (change, codes) => {
  expect(issuesIn({ ...quiet, ...change }).map(({ code }) => code)).toEqual(codes);
});

test('only a server too old stops the start', () => {
  const all = { ...quiet, server_version_num: '140000', log_statement: 'all', track_commit_timestamp: 'on' };
  expect(issuesIn(all).filter(({ level }) => level === 'error')).toEqual([{ code: 'server-too-old', level: 'error' }]);
});
