export type MigrationCode = 'migration-changed' | 'migration-missing' | 'migration-failed';

const sentences: Record<MigrationCode, (name: string) => string> = {
  'migration-changed': (name) =>
    `The migration ${name} was changed after this database had applied it. Put the file back and write a new migration.`,
  'migration-missing': (name) =>
    `This database has applied the migration ${name}, which this program does not have: the database is newer.`,
  'migration-failed': (name) => `The migration ${name} could not be applied; the database is as it was before it.`,
};

/** A refusal to migrate. `cause` is the database's own error when a file failed. */
export class MigrationError extends Error {
  readonly code: MigrationCode;
  readonly migration: string;

  constructor(code: MigrationCode, migration: string, cause?: unknown) {
    super(sentences[code](migration), { cause });
    this.name = 'MigrationError';
    this.code = code;
    this.migration = migration;
  }
}
