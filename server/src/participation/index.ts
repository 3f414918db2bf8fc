import type { RosterDb } from '@danban/db/vaults/roster';
import { keyFolder, type KeyFolder } from '../keys/folder.ts';
import type { Invitation, InvitedWish, Person, Roster } from '../vaults/roster.ts';
import { collect } from './collect.ts';
import { deliver, openDealer } from './deliver.ts';
import { freeze } from './freeze.ts';
import { codeOf, hashOfCode, written } from './invitations.ts';
import { countPrepared, destroyKeys, hasIssuerKeys, issuerShelf, prepareKeys, readInviteKey } from './keys.ts';
import { Marks } from './marks.ts';
import * as lists from './list.queries.ts';
import * as queries from './queries.ts';

/** The roster of every survey, behind its own connection and beside its own keys. */
export function openRoster(db: RosterDb, keysRoot: string): Roster {
  const keys = keyFolder(keysRoot);
  const issuers = issuerShelf(keys);
  const marks = new Marks(db);
  const mailings = openDealer(db, keys);
  const forget = (survey: string): void => [issuers, mailings].forEach((kept) => kept.forget(survey));
  return {
    sizes: (survey) => lists.countByUnit(db, survey),
    counts: (survey) => lists.countListed(db, survey),
    people: (survey, wish = {}) => lists.findListed(db, survey, wish),
    replace: (survey, people) => replace(db, survey, people),
    copy: (from, survey) => copy(db, from, survey),
    prepare: (survey, strata) => prepareKeys(keys, survey, strata),
    prepared: (survey) => countPrepared(keys, survey),
    async freeze(survey, places) {
      forget(survey);
      return freeze(db, keys, survey, places);
    },
    hasKeys: (survey) => hasIssuerKeys(keys, survey),
    collect: (survey, wish) => collect(db, marks, issuers, survey, wish),
    invitations: (survey, wish = {}) => invitations(db, keys, survey, wish),
    everyInvitation: (survey) => everyInvitation(db, keys, survey),
    invited: (survey, unit) => lists.countInvited(db, survey, unit),
    reissue: (survey, person) => reissue(db, keys, survey, person),
    deliver: (survey, wish, bag) => deliver({ db, keys, mailings }, survey, wish, bag),
    revoke: (survey, person) => queries.revokeEntry(db, survey, person),
    async close(survey) {
      await close(db, survey);
      await destroyKeys(keys, survey);
      forget(survey);
    },
    async collected(survey) {
      const counts = await queries.findCollected(db, survey);
      const told = counts.filter((count) => count !== null);
      return told.length === counts.length ? told : null;
    },
    async erase(survey) {
      await erase(db, survey);
      await destroyKeys(keys, survey);
      forget(survey);
    },
  };
}

async function replace(db: RosterDb, survey: string, people: Iterable<readonly Person[]>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await queries.lockRoster(trx, survey);
    await queries.dropEntries(trx, survey);
    await queries.deleteStrata(trx, survey);
    await queries.createEntries(trx, survey);
    let from = 0;
    for (const some of people) {
      await queries.insertPeople(trx, survey, some, from);
      from += some.length;
    }
    await queries.measureEntries(trx, survey);
  });
}

async function copy(db: RosterDb, from: string, survey: string): Promise<number> {
  await db.transaction().execute(async (trx) => {
    await queries.lockRoster(trx, survey);
    await queries.dropEntries(trx, survey);
    await queries.deleteStrata(trx, survey);
    await queries.createEntries(trx, survey);
    await queries.copyPeople(trx, from, survey);
    await queries.measureEntries(trx, survey);
  });
  return (await lists.countListed(db, survey)).people;
}

async function invitations(db: RosterDb, keys: KeyFolder, survey: string, wish: InvitedWish): Promise<Invitation[]> {
  const inviteKey = await readInviteKey(keys, survey);
  return (await lists.findInvited(db, survey, wish)).map((entry) => written(inviteKey, survey, entry));
}

async function* everyInvitation(db: RosterDb, keys: KeyFolder, survey: string): AsyncGenerator<Invitation[]> {
  const inviteKey = await readInviteKey(keys, survey);
  for await (const entries of lists.eachEntries(db, survey)) {
    const invited = entries.filter(({ revoked, stratum }) => !revoked && stratum !== null);
    yield invited.map((entry) => written(inviteKey, survey, entry));
  }
}

async function reissue(db: RosterDb, keys: KeyFolder, survey: string, person: string): Promise<Invitation | undefined> {
  const inviteKey = await readInviteKey(keys, survey);
  const entry = await queries.nextEdition(db, survey, person, (edition) =>
    hashOfCode(survey, codeOf(inviteKey, survey, person, edition)),
  );
  return entry && written(inviteKey, survey, entry);
}

async function close(db: RosterDb, survey: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await queries.lockRoster(trx, survey);
    if ((await queries.findCollected(trx, survey)).every((count) => count !== null)) return;
    await queries.countCollected(trx, survey);
    await queries.rewriteEntries(trx, survey);
  });
}

async function erase(db: RosterDb, survey: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await queries.lockRoster(trx, survey);
    await queries.dropEntries(trx, survey);
  });
}
