import { connect, warnAboutSettings, type Connection, type SettingCode } from '@danban/db';
import { ConfigError } from '../config.ts';
import { used, variables, type Databases } from './databases.ts';
import type { Part } from './roles.ts';

const inWords: Record<SettingCode, (name: string) => string> = {
  'server-too-old': (name) => `${name} leads to a PostgreSQL older than 15. Dân Bàn needs 15 or newer.`,
  'parameter-logging': (name) =>
    `The database server of ${name} may log the values of statements. Set log_parameter_max_length_on_error = 0 and log_parameter_max_length = 0.`,
  'statement-logging': (name) => `The database server of ${name} logs statements. Set log_statement = 'none'.`,
  'commit-timestamps': (name) =>
    `The database server of ${name} keeps the time of every commit, and so of every answer and of every invitation that is used. Set track_commit_timestamp = off.`,
  'logical-replication': (name) =>
    `The database server of ${name} writes a logical log. Make sure that nobody subscribes to the schemas "urn" and "roster", or set wal_level = replica.`,
  'standbys-unseen': (name) =>
    `The database of ${name} has a standby, and its user may not see how far it is, so keys of opened answers are never destroyed. Run GRANT pg_read_all_stats TO that user.`,
  'asynchronous-commit': (name) =>
    `The database server of ${name} says that something is stored before it is: what was acknowledged may be lost. Set synchronous_commit = on.`,
  'fsync-off': (name) =>
    `The database server of ${name} does not wait for its disk: a power cut may lose answers, or the whole database. Set fsync = on.`,
};

/** Looks at somebody else's servers before anything is written to them: an error stops the start, the rest is said. */
export async function checkDatabases(databases: Databases, part: Part, say: (sentence: string) => void): Promise<void> {
  for (const connection of used(databases, part)) {
    const holdsUrn = part.urn && connection === databases.urn;
    const sentences = await sentencesAbout(connection, variables(databases, connection), holdsUrn);
    sentences.forEach(say);
  }
}

async function sentencesAbout(connection: Connection, name: string, holdsUrn: boolean): Promise<string[]> {
  const db = connect(connection, { max: 1 });
  try {
    const issues = await warnAboutSettings(db);
    const error = issues.find(({ level }) => level === 'error');
    if (error) throw new ConfigError(inWords[error.code](name));
    // Keys wait for the standbys of the urn alone.
    const told = issues.filter(({ code }) => code !== 'standbys-unseen' || holdsUrn);
    return told.map(({ code }) => inWords[code](name));
  } finally {
    await db.destroy();
  }
}
