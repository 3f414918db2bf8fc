/** A file of a package, as its manifest lists it. */
export interface ListedFile {
  /** From the root of the archive. */
  readonly path: string;
  readonly bytes: number;
  /** SHA-256, hex. */
  readonly sha256: string;
}

/** What a package holds: of which survey and which of its releases, and every file but the manifest itself. */
export interface Manifest {
  readonly survey: string;
  readonly release: number;
  readonly files: readonly ListedFile[];
}

/** Where the manifest stands in the archive. */
export const MANIFEST = 'manifest';

const NAME = 'danban/package/v1';
const LINE = /^([0-9a-f]{64}) (0|[1-9]\d{0,14}) ([\w-]+(?:\/[\w-]+)?)$/;

/** The text of the note that is signed. */
export function manifestText({ survey, release, files }: Manifest): string {
  const lines = files.map(({ path, bytes, sha256 }) => `${sha256} ${bytes} ${path}\n`);
  return `${NAME}\n${survey}\n${release}\n${lines.join('')}`;
}

/** Null for what is no manifest, or not written as one is. */
export function readManifest(text: string): Manifest | null {
  const [, survey = '', release = '', ...lines] = text.split('\n').slice(0, -1);
  const files = lines.map(listedIn);
  if (!files.every((file) => file !== null)) return null;
  const manifest = { survey, release: Number(release), files };
  return manifestText(manifest) === text ? manifest : null;
}

function listedIn(line: string): ListedFile | null {
  const [, sha256, bytes, path] = LINE.exec(line) ?? [];
  return sha256 && bytes && path ? { path, bytes: Number(bytes), sha256 } : null;
}
