import { randomUUID } from 'node:crypto';
import type { RosterDb } from '@danban/db/vaults/roster';
import { keyFolder, type KeyFolder } from '../keys/folder.ts';
import type { Invitation, Person, Roster } from '../vaults/roster.ts';
import { collect } from './collect.ts';
import { deliver } from './deliver.ts';
import { freeze } from './freeze.ts';
import { codeOf, codeText, hashOfCode } from './invitations.ts';
import { destroyKeys, hasIssuerKeys, issuerShelf, readInviteKey } from './keys.ts';
import { Marks } from './marks.ts';
import * as queries from './queries.ts';

/** The roster of every survey, behind its own connection and beside its own keys. */
export function openRoster(db: RosterDb, keysRoot: string): Roster {
  const keys = keyFolder(keysRoot);
  const issuers = issuerShelf(keys);
  const marks = new Marks(db);
  return {
    sizes: (survey) => queries.countByUnit(db, survey),
    people: async (survey) => queries.findEntries(db, survey),
    replace: (survey, people) => replace(db, survey, people),
    async freeze(survey, places) {
      issuers.forget(survey);
      return freeze(db, keys, survey, places);
    },
    hasKeys: (survey) => hasIssuerKeys(keys, survey),
    collect: (survey, wish) => collect(db, marks, issuers, survey, wish),
    invitations: (survey) => invitations(db, keys, survey),
    reissue: (survey, person) => reissue(db, keys, survey, person),
    deliver: (survey, wish, bag) => deliver(db, keys, survey, wish, bag),
    revoke: (survey, person) => queries.revokeEntry(db, survey, person),
    async close(survey) {
      await close(db, survey);
      await destroyKeys(keys, survey);
      issuers.forget(survey);
    },
    async collected(survey) {
      const counts = await queries.findCollected(db, survey);
      const told = counts.filter((count) => count !== null);
      return told.length === counts.length ? told : null;
    },
    async erase(survey) {
      await erase(db, survey);
      await destroyKeys(keys, survey);
      issuers.forget(survey);
    },
  };
}

async function replace(db: RosterDb, survey: string, people: readonly Person[]): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await queries.lockRoster(trx, survey);
    await queries.dropEntries(trx, survey);
    await queries.deleteStrata(trx, survey);
    await queries.createEntries(trx, survey);
    await queries.insertPeople(
      trx,
      survey,
      people.map((person) => ({ ...person, id: randomUUID() })),
    );
  });
}

function written(inviteKey: Buffer, survey: string, entry: queries.Entry): Invitation {
  const { id, unit, name, email, phone, edition, stratum } = entry;
  const code = codeText(codeOf(inviteKey, survey, id, edition));
  return { id, unit, name, email, phone, code, stratum: stratum! };
}

async function invitations(db: RosterDb, keys: KeyFolder, survey: string): Promise<Invitation[]> {
  const inviteKey = await readInviteKey(keys, survey);
  const entries = await queries.findEntries(db, survey);
  return entries
    .filter((entry) => !entry.revoked && entry.stratum !== null)
    .map((entry) => written(inviteKey, survey, entry));
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
