import type { Kysely } from 'kysely';
import { sql } from 'kysely';

export type SettingCode =
  | 'server-too-old'
  | 'parameter-logging'
  | 'statement-logging'
  | 'commit-timestamps'
  | 'logical-replication'
  | 'asynchronous-commit'
  | 'fsync-off'
  | 'standbys-unseen';

export interface SettingIssue {
  code: SettingCode;
  /** An error stops the start; a warning is shown to whoever runs the server. */
  level: 'error' | 'warning';
}

type Settings = Record<(typeof read)[number], string>;

const read = [
  'server_version_num',
  'log_statement',
  'log_min_duration_statement',
  'log_min_duration_sample',
  'log_transaction_sample_rate',
  'log_parameter_max_length',
  'log_parameter_max_length_on_error',
  'track_commit_timestamp',
  'wal_level',
  'synchronous_commit',
  'fsync',
] as const;

const oldest = 150_000;

/** What in somebody else's server could tell who answered what, or when, or lose an answer; codes in a fixed order. */
export async function warnAboutSettings<T>(db: Kysely<T>): Promise<SettingIssue[]> {
  const pairs = read.map((name) => sql`${sql.lit(name)}, current_setting(${sql.lit(name)}, true)`);
  const { rows } = await sql<{ settings: Settings }>`select json_build_object(${sql.join(pairs)}) as settings`.execute(
    db,
  );
  const found = rows[0] ? issuesIn(rows[0].settings) : [];
  return (await hidesStandbys(db)) ? [...found, { code: 'standbys-unseen', level: 'warning' }] : found;
}

/** Whether there is a standby of which this role is not told how far it has come. */
async function hidesStandbys<T>(db: Kysely<T>): Promise<boolean> {
  const { rows } = await sql<{ hidden: boolean }>`
    select not pg_has_role(current_user, 'pg_read_all_stats', 'usage') and (
      exists (select from pg_stat_replication)
      or exists (select from pg_replication_slots where slot_type = 'physical')
    ) as hidden`.execute(db);
  return rows[0]?.hidden ?? false;
}

/** The rule of `warnAboutSettings` on the values PostgreSQL shows. */
export function issuesIn(settings: Settings): SettingIssue[] {
  const found: [SettingCode, boolean][] = [
    ['server-too-old', Number(settings.server_version_num) < oldest],
    ['parameter-logging', logsParameters(settings)],
    ['statement-logging', settings.log_statement !== 'none'],
    ['commit-timestamps', settings.track_commit_timestamp === 'on'],
    ['logical-replication', settings.wal_level === 'logical'],
    ['asynchronous-commit', settings.synchronous_commit === 'off'],
    ['fsync-off', settings.fsync === 'off'],
  ];
  const codes = found.filter(([, applies]) => applies).map(([code]) => code);
  return codes.map((code) => ({ code, level: code === 'server-too-old' ? 'error' : 'warning' }));
}

// A length limits what is logged with a statement, so it matters only where statements are logged at all.
function logsParameters(settings: Settings): boolean {
  if (settings.log_parameter_max_length_on_error !== '0') return true;
  return settings.log_parameter_max_length !== '0' && logsStatements(settings);
}

function logsStatements(settings: Settings): boolean {
  const samples = [settings.log_min_duration_statement, settings.log_min_duration_sample];
  return (
    settings.log_statement !== 'none' ||
    samples.some((threshold) => threshold !== '-1') ||
    Number(settings.log_transaction_sample_rate) > 0
  );
}
