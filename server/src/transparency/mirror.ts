import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceDurably, syncFolder } from '../durable.ts';
import type { House } from '../house.ts';
import { type Content, entriesFile, loggedAt, type Shown, shownLog, surveyFile, surveyFiles } from './files.ts';
import { findLogged } from './queries.ts';

type Mirrored = Pick<House, 'db' | 'log' | 'clock' | 'witnesses'>;

/** What lies in the folder is the beginning of another history: it is left as it is. */
class MirrorDiffers extends Error {
  readonly code = 'mirror-differs';

  constructor() {
    super('mirror-differs');
    this.name = 'MirrorDiffers';
  }
}

const ofRelease = /^(release|tables)-\d+$/;

async function bytesAt(path: string): Promise<Buffer | undefined> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}

/** Nothing is written where nothing differs. */
async function put(folder: string, name: string, content: string | Uint8Array): Promise<void> {
  const now = Buffer.from(content);
  if ((await bytesAt(join(folder, name)))?.equals(now) !== true) await replaceDurably(folder, name, now);
}

/** A file that only grows: one of the two is the beginning of the other. */
async function grow(folder: string, name: string, content: string | Uint8Array): Promise<void> {
  const [before, now] = [(await bytesAt(join(folder, name))) ?? Buffer.alloc(0), Buffer.from(content)];
  const shared = Math.min(before.length, now.length);
  if (!before.subarray(0, shared).equals(now.subarray(0, shared))) throw new MirrorDiffers();
  await put(folder, name, now);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function* inBytes(content: AsyncGenerator<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of content) yield Buffer.from(piece);
}

async function writeSurvey(house: Mirrored, root: string, slug: string): Promise<void> {
  const survey = await loggedAt(house, slug);
  if (!survey) return;
  const folder = join(root, slug);
  await mkdir(folder, { recursive: true });
  for (const name of surveyFiles) {
    const content = (await surveyFile(house, survey, name)) as string | Uint8Array | null;
    if (content !== null) await (name === 'leaves' ? grow : put)(folder, name, content);
  }
  const names = Array.from({ length: survey.released }, (_, at) => [`release-${at + 1}`, `tables-${at + 1}`]).flat();
  for (const name of names) await writeRelease(folder, name, await surveyFile(house, survey, name));
  await removeOthers(folder, survey.published ? new Set(names) : new Set());
}

/** A release is never changed: once it is there, it is the one. */
async function writeRelease(folder: string, name: string, content: Content | null): Promise<void> {
  if (content === null || typeof content === 'string' || content instanceof Uint8Array) return;
  if (await exists(join(folder, name))) return void (await content.return(undefined));
  await replaceDurably(folder, name, inBytes(content));
}

/** Results that were withdrawn go from here as from everywhere else. */
async function removeOthers(folder: string, kept: ReadonlySet<string>): Promise<void> {
  const gone = (await readdir(folder)).filter((name) => ofRelease.test(name) && !kept.has(name));
  for (const name of gone) await rm(join(folder, name));
  if (gone.length > 0) await syncFolder(folder);
}

/**
 * Keeps a folder as the public doors of the log are, byte for byte: a plain web server shows it, or somebody takes it along.
 * Files of surveys first and the checkpoint last, so that it speaks of nothing that is not there.
 */
export function logMirror(house: Mirrored, root: string): () => Promise<void> {
  const written = new Map<string, string>();
  let failed: string | undefined;

  async function refresh(shown: Shown): Promise<void> {
    for (const { slug, ...state } of await findLogged(house.db)) {
      const now = JSON.stringify([state, shown.size]);
      if (written.get(slug) === now) continue;
      await writeSurvey(house, root, slug);
      written.set(slug, now);
    }
    if (written.get('') === shown.note) return;
    await mkdir(root, { recursive: true });
    await grow(root, 'entries', await entriesFile(house, shown));
    await put(root, 'checkpoint', shown.note);
    written.set('', shown.note);
  }

  return async () => {
    try {
      const shown = await shownLog(house);
      if (shown) await refresh(shown);
      failed = undefined;
    } catch (error) {
      // Said once, until it is another trouble or none.
      const trouble = String((error as { code?: unknown }).code ?? error);
      if (failed !== trouble) house.log.failure('mirror-failed', error);
      failed = trouble;
    }
  };
}
