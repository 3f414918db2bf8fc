import { connect, warnAboutSettings, type Connection, type SettingCode } from '@danban/db';
import { ConfigError } from '../config.ts';

const inWords: Record<SettingCode, string> = {
  'server-too-old': 'DATABASE_URL leads to a PostgreSQL older than 15. Dân Bàn needs 15 or newer.',
  'parameter-logging':
    'The database server may log the values of statements. Set log_parameter_max_length_on_error = 0 and log_parameter_max_length = 0.',
  'statement-logging': "The database server logs statements. Set log_statement = 'none'.",
  'commit-timestamps':
    'The database server keeps the time of every commit, and so of every answer. Set track_commit_timestamp = off.',
  'logical-replication':
    'The database server writes a logical log. Make sure that nobody subscribes to the schema "urn", or set wal_level = replica.',
  'standbys-unseen':
    'The database has a standby, and this role may not see how far it is, so keys of opened answers are never destroyed. Run GRANT pg_read_all_stats TO the role.',
};

/** Looks at somebody else's server before anything is written to it: an error stops the start, the rest is said. */
export async function checkDatabase(connection: Connection, say: (sentence: string) => void): Promise<void> {
  const db = connect(connection, { max: 1 });
  try {
    for (const issue of await warnAboutSettings(db)) {
      if (issue.level === 'error') throw new ConfigError(inWords[issue.code]);
      say(inWords[issue.code]);
    }
  } finally {
    await db.destroy();
  }
}
