import { toHex, utf8 } from '@danban/bytes';
import { unitSaid } from '@danban/contract';
import type { OpeningRecord } from '@danban/survey';
import { type Check, notOffered, wrong } from '../check/faults.ts';
import type { Expectations } from '../check/log.ts';
import type { Found } from '../check/findSheet.ts';
import type { Receipt } from '../check/receipt.ts';
import type { Tally } from '../check/release.ts';
import { type Primitives, readText, type Source, type Watch } from '../check/source.ts';
import { type Checked, checkSurvey } from '../check/survey.ts';
import { checkCredentials, checkPresented, type CredentialPrimitives, type Opened } from './credentials.ts';
import { checkFiles, type PackageSource } from './files.ts';

export { openedPackage } from './archive.ts';
export type { CredentialPrimitives } from './credentials.ts';
export type { PackageSource } from './files.ts';
export { MANIFEST, manifestText, type ListedFile, type Manifest } from './manifest.ts';

const counted = unitSaid.pick({ position: true, children: true, participation: true });

/** Whether what a survey is read from is a package of it. */
export const isPackage = (source: Source): source is PackageSource => 'names' in source;

/** Looks through a package: its files, the survey as everybody may look through it, and every credential that is shown. */
export async function checkPackage(
  source: PackageSource,
  primitives: Primitives & CredentialPrimitives,
  expected: Expectations = {},
  watch?: Watch,
): Promise<Checked> {
  const [files] = await checkFiles(source, primitives);
  const checked = await checkSurvey(source, primitives, expected, watch);
  return { ...checked, checks: [files, ...checked.checks, ...(await ofCredentials(source, primitives, checked))] };
}

/** Whether the sheet of a receipt is among those shown, where its unit is and the receipt tells its hash. */
export async function checkPresentedBy(
  source: PackageSource,
  primitives: Primitives,
  checked: Checked,
  { receipt, found }: { receipt: Receipt; found: Found | null },
): Promise<Check[]> {
  const held = await heldAgainst(source, primitives, checked);
  if (!found || !receipt.promise?.sheet || !held?.file) return [];
  const check = checkPresented(held.opened, held.file, { sheet: receipt.promise.sheet, unit: found.unit });
  return check ? [check] : [];
}

/** Nothing where the survey has no list, or what its credentials are held against is not there. */
async function ofCredentials(
  source: PackageSource,
  primitives: Primitives & CredentialPrimitives,
  checked: Checked,
): Promise<Check[]> {
  const held = await heldAgainst(source, primitives, checked);
  if (!held) return [];
  if (!held.isTold) return [wrong('credentials', 'release-altered')];
  return [held.file ? await checkCredentials(primitives, held.opened, held.file) : notOffered('credentials')];
}

interface Held {
  readonly opened: Opened;
  /** Whether the release is the one the log tells of. */
  readonly isTold: boolean;
  readonly file: Uint8Array | null;
}

/** Null where the survey has no list, or has no results yet. */
async function heldAgainst(
  source: PackageSource,
  { sha256 }: Primitives,
  { published, openingHash: opening }: Checked,
): Promise<Held | null> {
  if (!published || opening === null) return null;
  const record = JSON.parse((await readText(source, 'opening'))!) as OpeningRecord;
  const told = published.log.entries.filter((entry) => 'survey' in entry && entry.survey === record.survey);
  const tally = told.filter((entry): entry is Tally => entry.kind === 'tally' && entry.of !== 'interim').at(-1);
  const text = tally && (await readText(source, `release-${tally.release}`));
  if (record.strata.length === 0 || !tally || text === undefined || text === null) return null;
  const isTold = toHex(sha256(utf8(text))) === tally.checksum;
  const flushes = told.filter(({ kind }) => kind === 'flush').length;
  const opened = { record, opening, leaves: published.leaves, flushes, told: isTold ? toldIn(text) : new Map() };
  return { opened, isTold, file: isTold ? await source.read(`credentials-${tally.release}`) : null };
}

/** Units without others below whose number of sheets is told exactly. */
function toldIn(release: string): Map<number, number> {
  const told = new Map<number, number>();
  // A head, and then for each group what is said of it and its cells: of units alone a participation is said.
  const lines = release.split('\n').slice(1, -1);
  for (const line of lines.filter((_, at) => at % 2 === 0)) {
    const unit = counted.safeParse(JSON.parse(line));
    if (unit.data?.children === 0 && unit.data.participation.kind === 'exact')
      told.set(unit.data.position, unit.data.participation.respondents);
  }
  return told;
}
