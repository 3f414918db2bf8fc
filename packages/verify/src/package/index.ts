import { toHex, utf8 } from '@danban/bytes';
import { unitSaid } from '@danban/contract';
import type { OpeningRecord } from '@danban/survey';
import { type Check, notOffered, wrong } from '../check/faults.ts';
import type { Expectations } from '../check/log.ts';
import type { Tally } from '../check/release.ts';
import { type Primitives, readText } from '../check/source.ts';
import { type Checked, checkSurvey } from '../check/survey.ts';
import { checkCredentials, type CredentialPrimitives } from './credentials.ts';
import { checkFiles, type PackageSource } from './files.ts';

export type { CredentialPrimitives } from './credentials.ts';
export type { PackageSource } from './files.ts';
export { MANIFEST, manifestText, type ListedFile, type Manifest } from './manifest.ts';

const counted = unitSaid.pick({ position: true, children: true, participation: true });

/** Looks through a package: its files, the survey as everybody may look through it, and every credential that is shown. */
export async function checkPackage(
  source: PackageSource,
  primitives: Primitives & CredentialPrimitives,
  expected: Expectations = {},
): Promise<Checked> {
  const [files] = await checkFiles(source, primitives);
  const checked = await checkSurvey(source, primitives, expected);
  return { ...checked, checks: [files, ...checked.checks, ...(await ofCredentials(source, primitives, checked))] };
}

/** Nothing where the survey has no list, or what its credentials are held against is not there. */
async function ofCredentials(
  source: PackageSource,
  primitives: Primitives & CredentialPrimitives,
  { published, openingHash: opening }: Checked,
): Promise<Check[]> {
  if (!published || opening === null) return [];
  const record = JSON.parse((await readText(source, 'opening'))!) as OpeningRecord;
  const tally = published.log.entries.filter((entry) => isTallyOf(entry, record.survey)).at(-1) as Tally | undefined;
  const text = tally && (await readText(source, `release-${tally.release}`));
  if (record.strata.length === 0 || !tally || text === undefined || text === null) return [];
  if (toHex(primitives.sha256(utf8(text))) !== tally.checksum) return [wrong('credentials', 'release-altered')];
  const file = await source.read(`credentials-${tally.release}`);
  if (!file) return [notOffered('credentials')];
  return [checkCredentials(primitives, { record, opening, leaves: published.leaves, told: toldIn(text) }, file)];
}

const isTallyOf = (entry: { kind: string }, survey: string): boolean =>
  entry.kind === 'tally' && (entry as Tally).survey === survey && (entry as Tally).of !== 'interim';

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
