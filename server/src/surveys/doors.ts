import type { AskedAgainView, EntranceState, UrgentReader } from '@danban/contract';
import { compile, type Compiled, type Definition, type OpeningRecord } from '@danban/survey';
import type { Db } from '@danban/db/vaults/house';
import type { PackedPage } from '../http/packed.ts';
import { followed } from './followed.ts';
import { openPublications, type Published } from './publications.ts';
import type { SurveyRow } from './queries.ts';
import { findBySlug } from './tree.queries.ts';

/** The record of an opening, for everybody who wants to see that it is the same for all. */
export interface Opening {
  text: string;
  hash: string;
  record: OpeningRecord;
}

/** What a link leads to. Held in memory for a moment, the same for everyone who holds the link. */
export interface Entrance {
  survey: string;
  /** `interrupted`: the survey is open, but a key that answers are sealed for is not there, so none is taken. */
  state: EntranceState;
  unit: number;
  unitName: string | null;
  body: string;
  opensAt: Date | null;
  closesAt: Date | null;
  compiled: Compiled;
  /** What was frozen at opening; null before. */
  opening: Opening | null;
  resultsSlug: string | null;
  /** Where its draft is read, if it is about one. */
  readingSlug: string;
  /** Who reads a message that cannot wait; null where no way leads there. */
  urgent: UrgentReader | null;
  /** The consultation whose people it asks again, and where its answers are read; null where it follows none. */
  follows: AskedAgainView | null;
  /** Pages rendered from this entrance, by language. They go when it goes. */
  pages: Map<string, PackedPage>;
}

export interface Doors {
  find(slug: string): Promise<Entrance | undefined>;
  /** The survey whose published results lie under this link. */
  findPublished(slug: string): Promise<Published | undefined>;
  /** Something about the survey has changed: look again at the next visit. */
  forget(survey: string): void;
}

const keptFor = 2_000;
const mostKept = 10_000;

interface Kept {
  until: number;
  entrance: Promise<Entrance | undefined>;
}

interface Behind {
  db: Db;
  /** Decides whether a survey is still open. */
  clock: () => Date;
  /** Whether a survey can take answers. */
  hasKeys: (survey: string) => Promise<boolean>;
  /** Whether letters leave this house by themselves. */
  mailLeaves: boolean;
  /** Where pages are read. */
  origin: string;
}

/** Another process's change is seen after two seconds at the latest. */
export function openDoors(behind: Behind): Doors {
  const { db, clock } = behind;
  const kept = new Map<string, Kept>();
  const read = entranceReader(behind);
  const publications = openPublications(db, clock, keptFor);
  return {
    findPublished: publications.find,
    async find(slug) {
      const now = clock().getTime();
      const known = kept.get(slug);
      if (known && known.until > now) return atThisTime(await known.entrance, now);
      const entrance = refresh(read, slug, known?.entrance);
      if (kept.size >= mostKept) kept.clear();
      kept.set(slug, { until: now + keptFor, entrance });
      entrance.catch(() => kept.delete(slug));
      return atThisTime(await entrance, now);
    },
    forget(survey) {
      publications.forget(survey);
      for (const [slug, one] of kept) {
        // A look-up that fails is forgotten where it was made; here it must not end the process.
        void one.entrance.then(
          (entrance) => entrance?.survey === survey && kept.delete(slug),
          () => undefined,
        );
      }
    },
  };
}

const letsInAgain = ({ state }: Entrance): boolean => ['open', 'interrupted', 'paused'].includes(state);

/** Past its closing date a survey is closed, whether the job that closes it has run or not. */
function atThisTime(entrance: Entrance | undefined, now: number): Entrance | undefined {
  if (entrance && letsInAgain(entrance) && entrance.closesAt && entrance.closesAt.getTime() <= now) {
    entrance.state = 'closed';
    entrance.pages.clear();
  }
  return entrance;
}

/** Reads the link again; an entrance that has not changed keeps its rendered pages. */
async function refresh(
  read: Read,
  slug: string,
  before: Promise<Entrance | undefined> | undefined,
): Promise<Entrance | undefined> {
  const fresh = await read(slug);
  const old = await before?.catch(() => undefined);
  return old && fresh && sameEntrance(old, fresh) ? old : fresh;
}

function sameEntrance(a: Entrance, b: Entrance): boolean {
  return (
    a.survey === b.survey &&
    a.compiled === b.compiled &&
    a.opening?.hash === b.opening?.hash &&
    a.state === b.state &&
    a.opensAt?.getTime() === b.opensAt?.getTime() &&
    a.closesAt?.getTime() === b.closesAt?.getTime() &&
    a.resultsSlug === b.resultsSlug &&
    a.follows?.replies === b.follows?.replies &&
    a.urgent?.name === b.urgent?.name &&
    a.urgent?.phone === b.urgent?.phone
  );
}

/** Compiled once per frozen definition; a draft, whose link may be out already, may still change. */
function compiledOnce(
  known: Map<string, Compiled>,
  row: { definition: unknown; definition_hash: Buffer | null },
): Compiled {
  const hash = row.definition_hash?.toString('hex');
  const compiled = known.get(hash ?? '') ?? compile(row.definition as Definition);
  if (hash !== undefined) known.set(hash, compiled);
  return compiled;
}

/** What whoever stands before it finds, by the state of a survey. */
export const stateBehindDoor: Record<SurveyRow['state'], EntranceState> = {
  draft: 'not-yet-open',
  scheduled: 'not-yet-open',
  open: 'open',
  paused: 'paused',
  closing: 'closed',
  closed: 'closed',
  released: 'closed',
  archived: 'closed',
  cancelled: 'cancelled',
};

function openingOf({ opening: text, opening_hash: hash }: { opening: string | null; opening_hash: Buffer | null }) {
  return text === null || hash === null
    ? null
    : { text, hash: hash.toString('hex'), record: JSON.parse(text) as OpeningRecord };
}

function askedBehind(row: SlugRow, origin: string): Entrance['follows'] {
  const { asked_definition: definition, asked_published: published, asked_slug: slug } = row;
  return definition === null ? null : followed({ definition, published: published === true, slug }, origin);
}

type Read = (slug: string) => Promise<Entrance | undefined>;

/** Also once it has closed: a child in danger does not wait for the next survey. */
function urgentBehind(row: SlugRow, { definition }: Compiled, mailLeaves: boolean): Entrance['urgent'] {
  const isOut = !['draft', 'scheduled', 'cancelled'].includes(row.state);
  if (!isOut || !mailLeaves || !definition.urgent || row.contact_name === null) return null;
  return { name: row.contact_name, phone: row.contact_phone };
}
type SlugRow = NonNullable<Awaited<ReturnType<typeof findBySlug>>>;

function entranceReader({ db, hasKeys, mailLeaves, origin }: Behind): Read {
  const compiledByHash = new Map<string, Compiled>();
  const stateOf = async (survey: string, state: SurveyRow['state']): Promise<EntranceState> =>
    state === 'open' && !(await hasKeys(survey)) ? 'interrupted' : stateBehindDoor[state];
  return async (slug) => {
    const row = await findBySlug(db, slug);
    if (!row) return undefined;
    const compiled = compiledOnce(compiledByHash, row);
    return {
      survey: row.id,
      state: await stateOf(row.id, row.state),
      unit: row.unit_position,
      unitName: compiled.definition.door === 'unit_link' ? row.unit_name : null,
      body: row.body_name,
      opensAt: row.opens_at,
      closesAt: row.closes_at,
      compiled,
      opening: openingOf(row),
      resultsSlug: row.published ? row.results_slug : null,
      readingSlug: row.results_slug,
      urgent: urgentBehind(row, compiled, mailLeaves),
      follows: askedBehind(row, origin),
      pages: new Map(),
    };
  };
}
