import type { BreakdownSaid, PackedCell, ReleaseHead, ReleaseMark, UnitSaid } from '@danban/contract';
import type { Db } from '@danban/db/vaults/house';
import { lengthOf } from '@danban/verify';
import { ProblemError } from '../http/problem.ts';
import {
  countUnits,
  findAbove,
  countTables,
  findGroups,
  findPage,
  findTable,
  findReleases,
  findUnits,
  readHead,
  type FoundRelease,
} from './reader.queries.ts';
import type { GroupTexts } from './release.ts';

/** Which of the releases that readers are shown; `released` is the number of the newest. */
export interface Asked {
  survey: string;
  released: number;
  /** The newest when left out. */
  number: number | undefined;
}

/** A stored release and those beside it. Everything that leaves the house is read from here. */
export interface Opened {
  survey: string;
  found: FoundRelease;
  all: FoundRelease[];
}

export async function openRelease(db: Db, { survey, released, number = released }: Asked): Promise<Opened> {
  const all = await findReleases(db, survey, released);
  if (all.length === 0) throw new ProblemError('survey-not-released');
  const found = all.find((one) => one.number === number);
  if (!found) throw new ProblemError('not-found');
  return { survey, found, all };
}

const markOf = ({ number, kind, madeOn, reason }: FoundRelease): ReleaseMark => ({
  number,
  kind,
  madeOn,
  ...(reason === null ? {} : { reason }),
});

/** The stored head with what is said of the release itself, as the beginning of a JSON object that goes on. */
async function beginning(db: Db, { found, all }: Opened): Promise<string> {
  const head = await readHead(db, found.id);
  const said = { ...markOf(found), checksum: found.checksum };
  const about = `"release":${JSON.stringify(said)},"releases":${JSON.stringify(all.map(markOf))}`;
  return `${head.slice(0, head.lastIndexOf('}'))},${about}`;
}

/** Stored texts are joined, never parsed: what is sent is what was stored. */
function groupText({ said, cells }: GroupTexts): string {
  return `${said.slice(0, said.lastIndexOf('}'))},"cells":${cells}}`;
}

/** All that pages of a release have in common. */
export interface Shared {
  id: string;
  /** The beginning of the JSON of each. */
  text: string;
}

/** It never changes, so that whoever reads many pages asks for it once. */
export async function sharedByPages(db: Db, opened: Opened): Promise<Shared> {
  const { id } = opened.found;
  const [begin, count] = await Promise.all([beginning(db, opened), countUnits(db, id)]);
  return { id, text: `${begin},"unitCount":${count}` };
}

/** The JSON of a `ReleasePage`: one unit, those right below it, and the breakdowns of the unit. */
export async function pageText(db: Db, { id, text }: Shared, unit: number): Promise<string> {
  const { above, family, breakdowns } = await findPage(db, id, unit);
  if (family.length === 0) throw new ProblemError('not-found');
  const path = JSON.stringify(above.map(placeOf));
  const list = (groups: GroupTexts[]) => `[${groups.map(groupText).join(',')}]`;
  return `${text},"path":${path},"units":${list(family)},"breakdowns":${list(breakdowns)}}`;
}

function placeOf(said: string) {
  const { position, name, own } = JSON.parse(said) as UnitSaid;
  return { position, name, own };
}

const mostFound = 20;

/** Units by their names, each with the names above it; the whole stands above all and is left out. */
export async function searchUnits(db: Db, { found: { id } }: Opened, words: string) {
  const found = await findUnits(db, id, words, mostFound + 1);
  const units = found.slice(0, mostFound).map(async ({ said }) => {
    const place = placeOf(said);
    const above = await findAbove(db, id, place.position);
    return { ...place, above: above.slice(1).map((one) => placeOf(one).name) };
  });
  return { units: await Promise.all(units), more: found.length > mostFound };
}

export type ReadGroup =
  | { kind: 'unit'; said: UnitSaid; cells: PackedCell[] }
  | { kind: 'breakdown'; said: BreakdownSaid; cells: PackedCell[] };

/** A whole release for an export: its head, and its groups some at a time, in their order. */
export interface Read {
  mark: ReleaseMark;
  head: ReleaseHead;
  groups: AsyncIterable<ReadGroup>;
}

export async function readRelease(db: Db, opened: Opened): Promise<Read> {
  const head = JSON.parse(await readHead(db, opened.found.id)) as ReleaseHead;
  return { mark: markOf(opened.found), head, groups: readGroups(db, opened) };
}

async function* readGroups(db: Db, opened: Opened): AsyncGenerator<ReadGroup> {
  for await (const { said, cells } of storedGroups(db, opened.found.id)) {
    const parsed = JSON.parse(said) as UnitSaid | BreakdownSaid;
    const packed = JSON.parse(cells) as PackedCell[];
    if ('by' in parsed) yield { kind: 'breakdown', said: parsed, cells: packed };
    else yield { kind: 'unit', said: parsed, cells: packed };
  }
}

const groupsAtOnce = 200;

async function* storedGroups(db: Db, id: string): AsyncGenerator<GroupTexts> {
  for (let from = 0; ;) {
    const groups = await findGroups(db, id, from, groupsAtOnce);
    yield* groups;
    if (groups.length < groupsAtOnce) return;
    from = groups.at(-1)!.position + 1;
  }
}

/** The text the checksum of a release is taken over, piece by piece. */
export async function* releaseText(db: Db, release: string): AsyncGenerator<string> {
  yield `${await readHead(db, release)}\n`;
  for await (const { said, cells } of storedGroups(db, release)) yield `${said}\n${cells}\n`;
}

/** The tables of a release, each behind its length; null where it has none. */
export async function releaseTables(db: Db, release: string): Promise<AsyncGenerator<Uint8Array> | null> {
  const count = await countTables(db, release);
  return count === 0 ? null : tableByTable(db, release, count);
}

async function* tableByTable(db: Db, release: string, count: number): AsyncGenerator<Uint8Array> {
  for (let number = 0; number < count; number++) {
    const leaves = await findTable(db, release, number);
    yield lengthOf(leaves);
    yield leaves;
  }
}

/** A whole release as JSON, piece by piece, from the stored texts. */
export async function* releaseJson(db: Db, opened: Opened): AsyncGenerator<string> {
  yield `${await beginning(db, opened)},"groups":[`;
  let comma = '\n';
  for await (const group of storedGroups(db, opened.found.id)) {
    yield comma + groupText(group);
    comma = ',\n';
  }
  yield '\n]}\n';
}
