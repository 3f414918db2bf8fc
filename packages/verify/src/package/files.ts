import { toHex } from '@danban/bytes';
import { parseNote, parseSigner, signedBy, type Signer } from '@danban/merkle';
import { type Check, holds, wrong } from '../check/faults.ts';
import { type Primitives, readText, type Source } from '../check/source.ts';
import { readEntry } from '../entries.ts';
import { MANIFEST, type Manifest, readManifest } from './manifest.ts';

/** An archive as a source of its survey's files, and what lies in it. */
export interface PackageSource extends Source {
  /** Every file, from the root of the archive. */
  readonly names: readonly string[];
}

/** Files are asked for from the folder of the survey, as everywhere. */
const fromSurvey = (path: string): string => `../${path}`;

/** The newest key the log in the package names; whether it is the right one, the checks of the log say. */
async function signerOf(source: Source, { sha256 }: Primitives): Promise<Signer | null> {
  const entries = ((await readText(source, fromSurvey('entries'))) ?? '').split('\n').map(readEntry);
  const key = entries.filter((entry) => entry?.kind === 'key').at(-1)?.key;
  return key === undefined ? null : parseSigner(sha256, key);
}

async function signedManifest(source: Source, primitives: Primitives): Promise<Manifest | null> {
  const note = parseNote((await readText(source, fromSurvey(MANIFEST))) ?? '');
  const signer = await signerOf(source, primitives);
  const isSigned = note && signer && (await signedBy(primitives.sha256, primitives.verify, note, signer)) !== null;
  return isSigned ? readManifest(note.text) : null;
}

/** That the manifest is signed by the key of the log, and every file is there as it lists it, and no other. */
export async function checkFiles(source: PackageSource, primitives: Primitives): Promise<[Check, Manifest | null]> {
  if (!source.names.includes(MANIFEST)) return [wrong('package', 'missing-file', { file: MANIFEST }), null];
  const manifest = await signedManifest(source, primitives);
  if (!manifest) return [wrong('package', 'package-signature'), null];
  const listed = new Set(manifest.files.map(({ path }) => path));
  for (const { path, bytes, sha256 } of manifest.files) {
    const file = await source.read(fromSurvey(path));
    if (!file) return [wrong('package', 'missing-file', { file: path }), manifest];
    const isSame = file.length === bytes && toHex(primitives.sha256(file)) === sha256;
    if (!isSame) return [wrong('package', 'package-altered', { file: path }), manifest];
  }
  const added = source.names.find((name) => name !== MANIFEST && !listed.has(name));
  if (added !== undefined) return [wrong('package', 'package-altered', { file: added }), manifest];
  return [holds('package', { files: listed.size }), manifest];
}
