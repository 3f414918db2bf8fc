import { randomBytes } from 'node:crypto';
import type { RosterDb } from '@danban/db/vaults/roster';
import type { KeyFolder } from '../keys/folder.ts';
import type { Stratum } from '../vaults/roster.ts';
import { commitmentTo } from './commitment.ts';
import { codeOf, hashOfCode } from './invitations.ts';
import { makeKeys } from './keys.ts';
import { findEntries, freezeEntries, lockRoster, replaceStrata, type Entry } from './queries.ts';

interface Placed extends Entry {
  stratum: number;
  salt: Buffer;
}

/** Strata in the order in which their units first appear. */
function strataOf(places: ReadonlyMap<string, string>): string[] {
  return [...new Set(places.values())];
}

function placed(entries: readonly Entry[], places: ReadonlyMap<string, string>, strata: readonly string[]): Placed[] {
  return entries.map((entry) => {
    const stratum = strata.indexOf(places.get(entry.unit) ?? '');
    if (stratum < 0) throw new Error('roster: somebody of the list is of a unit without a place');
    return { ...entry, stratum, salt: randomBytes(32) };
  });
}

/** From here on the list does not change: whose key, whose invitation, and a commitment to who is on it. */
export async function freeze(
  db: RosterDb,
  keys: KeyFolder,
  survey: string,
  places: ReadonlyMap<string, string>,
): Promise<Stratum[]> {
  return db.transaction().execute(async (trx) => {
    await lockRoster(trx, survey);
    const units = strataOf(places);
    const entries = placed(await findEntries(trx, survey), places, units);
    const { invite, moduli } = await makeKeys(keys, survey, units.length);
    const frozen = entries.map(({ id, edition, stratum, salt }) => {
      return { id, stratum, salt, codeHash: hashOfCode(survey, codeOf(invite, survey, id, edition)) };
    });
    await freezeEntries(trx, survey, frozen);
    const strata = units.map((unit, position): Stratum => {
      const lines = entries.filter((entry) => entry.stratum === position);
      return { unit, size: lines.length, modulus: moduli[position]!, commitment: commitmentTo(lines) };
    });
    await replaceStrata(trx, survey, strata);
    return strata;
  });
}
