import type { Db } from '@danban/db/vaults/house';
import type { Seals } from './keys/seals.ts';
import type { Log } from './log.ts';
import type { BuildExample } from './setup/example.ts';
import type { Post } from './mail/post.ts';
import type { UrgentBox } from './urgent/box.ts';
import type { Provider } from './sso/provider.ts';
import type { LogKey } from './transparency/logKey.ts';
import type { WitnessSettings } from './transparency/settings.ts';
import type { Doors } from './surveys/doors.ts';
import type { Roster } from './vaults/roster.ts';
import type { Urn } from './vaults/urn.ts';

/** What every feature is handed: the database, the clock and the rest come in from outside, so tests can hold them. */
export interface House extends Common {
  urn: Urn;
  roster: Roster;
  /** How letters leave. */
  post: Post;
}

/** What takes answers is handed no list of people. */
export type UrnHouse = Omit<House, 'roster' | 'post'>;

/** What knows people is handed no urn. */
export type RosterHouse = Omit<House, 'urn' | 'post'>;

interface Common {
  db: Db;
  doors: Doors;
  /** What the database keeps of people who work here and must not be read from it alone. */
  seals: Seals;
  /** What urgent messages are sealed with until they have left. */
  urgent: UrgentBox;
  /** Signs what the log of the installation says, and what is promised to who answers. */
  logKey: LogKey;
  /** Who is asked to cosign it. */
  witnesses: readonly WitnessSettings[];
  clock: () => Date;
  /** How many months after closing the answer sheets are kept. */
  keepMonths: number;
  /** How many days after closing the list of who could answer is kept. */
  rosterDays: number;
  log: Log;
  /** Public address for links and QR codes, without a trailing slash. */
  origin: string;
  /** Where the page sends answers and collects credentials when that is another origin than its own; else empty. */
  elsewhere: { urn: string; issuer: string };
  /** Where people may sign in beside here. */
  sso?: Provider;
  /** Tells the worker that there is something to do now. */
  wake(): void;
  /** Fills an empty house with the example organisation; absent where none is offered. */
  buildExample?: BuildExample;
}
