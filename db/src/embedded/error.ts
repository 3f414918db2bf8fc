export type EmbeddedCode =
  | 'platform-unsupported'
  | 'root-refused'
  | 'folder-in-use'
  | 'folder-not-writable'
  | 'disk-full'
  | 'data-corrupt'
  | 'data-other-version'
  | 'start-failed'
  | 'no-database';

const sentences: Record<EmbeddedCode, string> = {
  'platform-unsupported': 'There is no built-in database for this system. Set DATABASE_URL to a PostgreSQL server.',
  'root-refused':
    'PostgreSQL does not run as root, and this system allows no user namespace. Run as an ordinary user, or set DATABASE_URL.',
  'folder-in-use': 'Another running application uses this data folder. Stop it first, or choose another folder.',
  'folder-not-writable': 'The data folder cannot be written. Give this user the right to write there.',
  'disk-full': 'The disk that holds the data folder is full. Free some space and start again.',
  'data-corrupt': 'The database files are damaged or incomplete. Restore the data folder from a backup.',
  'data-other-version': 'The database files were made by another major version of PostgreSQL.',
  'start-failed': 'The built-in database did not start. The file postgres.log in the data folder says why.',
  'no-database': 'There is no database in this folder yet. Start the product once: it makes one.',
};

/** Why the built-in database cannot serve: a stable code, an English sentence and the folder it is about. */
export class EmbeddedError extends Error {
  readonly code: EmbeddedCode;
  readonly folder: string | undefined;

  constructor(code: EmbeddedCode, folder?: string) {
    super(folder ? `${sentences[code]} (${folder})` : sentences[code]);
    this.name = 'EmbeddedError';
    this.code = code;
    this.folder = folder;
  }
}
