import { parseArgs } from 'node:util';
import { parseAnchor, type Anchor } from '@danban/audit';
import { connect, EmbeddedError, visitEmbedded, type Connection } from '@danban/db';
import { ConfigError, readConfig } from '../config.ts';
import { NotAnExport, verifyDatabase, verifyFile } from './verify.ts';
import { databaseInWords, fileInWords, type Line } from './words.ts';

// npm run audit -- verify: leaves with 0 when everything holds, 1 when something is broken, 2 when it cannot tell.

const usage = `Usage: npm run audit -- verify [export.jsonl] [--anchor 1284:3f9a-77c2-51e0-b1d4-09aa]…
  without a file   the log in the database: DATABASE_URL, or the built-in one in DANBAN_DATA
  --anchor         a head noted earlier, as the start, the page and the exports show it; may be given again`;

/** Why nothing could be checked, in a sentence. */
class CannotTell extends Error {}

function wishesOf(args: string[]): { file: string | undefined; anchors: Anchor[] } {
  const options = { anchor: { type: 'string', multiple: true } } as const;
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [verb, file, ...others] = positionals;
    if (verb !== 'verify' || others.length > 0) throw new CannotTell(usage);
    return { file, anchors: (values.anchor ?? []).map(anchorOf) };
  } catch (error) {
    throw error instanceof CannotTell ? error : new CannotTell(usage);
  }
}

function anchorOf(text: string): Anchor {
  const anchor = parseAnchor(text);
  if (anchor === null)
    throw new CannotTell(`"${text}" is not a noted head: a number, a colon, and its hash or at least 20 digits of it.`);
  return anchor;
}

async function onDatabase(connection: Connection, anchors: Anchor[]): Promise<Line[]> {
  const db = connect(connection, { max: 1 });
  try {
    return databaseInWords(await verifyDatabase(db, anchors), anchors);
  } finally {
    await db.destroy();
  }
}

async function linesOf(args: string[]): Promise<Line[]> {
  const { file, anchors } = wishesOf(args);
  if (file !== undefined) return fileInWords(await verifyFile(file, anchors), anchors);
  const { databaseUrl, dataDir } = readConfig(process.env);
  if (databaseUrl !== undefined) return onDatabase({ url: databaseUrl }, anchors);
  const { connection, leave } = await visitEmbedded(dataDir);
  return onDatabase(connection, anchors).finally(leave);
}

/** What a person can do something about, in a sentence; anything else is a fault of ours and keeps its trace. */
function sentenceOf(error: unknown): string | undefined {
  if (error instanceof NotAnExport)
    return `Line ${error.line} of the file is not a line of an export of the audit log.`;
  if (error instanceof CannotTell || error instanceof ConfigError || error instanceof EmbeddedError)
    return error.message;
  const { code, path } = error as { code?: unknown; path?: unknown };
  if (code === '42P01') return 'This database has no audit log yet. Start the product once: it makes one.';
  if (typeof path === 'string' && (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR'))
    return `The file ${path} cannot be read.`;
  if (typeof code === 'string') return `The database could not be read (${code}).`;
  return undefined;
}

async function run(args: string[]): Promise<number> {
  try {
    const lines = await linesOf(args);
    for (const { mark, text } of lines) process.stdout.write(`${mark} ${text}\n`);
    return lines.some(({ mark }) => mark === '✗') ? 1 : 0;
  } catch (error) {
    const sentence = sentenceOf(error);
    if (sentence === undefined) throw error;
    process.stderr.write(`${sentence}\n`);
    // A line that is no act was a line of the log once, or the file never was an export: it does not hold.
    return error instanceof NotAnExport ? 1 : 2;
  }
}

process.exitCode = await run(process.argv.slice(2));
