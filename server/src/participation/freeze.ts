import { randomBytes } from 'node:crypto';
import type { RosterDb, RosterTables } from '@danban/db/vaults/roster';
import type { Transaction } from 'kysely';
import type { KeyFolder } from '../keys/folder.ts';
import type { Stratum } from '../vaults/roster.ts';
import { commitmentTo, hashOfLine } from './commitment.ts';
import { codeOf, hashOfCode } from './invitations.ts';
import { takeKeys } from './keys.ts';
import { eachEntries, type Entry } from './list.queries.ts';
import { freezeEntries, lockRoster, measureEntries, replaceStrata, type FrozenEntry } from './queries.ts';

interface Frozen extends FrozenEntry {
  line: Buffer;
}

/** Strata in the order in which their units first appear. */
function strataOf(places: ReadonlyMap<string, string>): string[] {
  return [...new Set(places.values())];
}

function frozenBy(survey: string, invite: Buffer, stratumOf: (unit: string) => number | undefined) {
  return (entry: Entry): Frozen => {
    const stratum = stratumOf(entry.unit);
    if (stratum === undefined) throw new Error('roster: somebody of the list is of a unit without a place');
    const salt = randomBytes(32);
    const codeHash = hashOfCode(survey, codeOf(invite, survey, entry.id, entry.edition));
    return { id: entry.id, stratum, salt, codeHash, line: hashOfLine(entry, salt) };
  };
}

/** The hashes of all lines, by stratum. A list is gone through in parts: whoever answers elsewhere is not kept waiting. */
async function freezeAll(
  trx: Transaction<RosterTables>,
  survey: string,
  strata: number,
  frozen: (entry: Entry) => Frozen,
): Promise<Buffer[][]> {
  const lines = Array.from({ length: strata }, (): Buffer[] => []);
  for await (const entries of eachEntries(trx, survey)) {
    const some = entries.map(frozen);
    await freezeEntries(trx, survey, some);
    for (const { stratum, line } of some) lines[stratum]!.push(line);
  }
  return lines;
}

/** From here on the list does not change: whose key, whose invitation, and a commitment to who is on it. */
export async function freeze(
  db: RosterDb,
  keys: KeyFolder,
  survey: string,
  places: ReadonlyMap<string, string>,
): Promise<Stratum[]> {
  const units = strataOf(places);
  const at = new Map(units.map((unit, position) => [unit, position]));
  const { invite, moduli } = await takeKeys(keys, survey, units.length);
  const frozen = frozenBy(survey, invite, (unit) => at.get(places.get(unit) ?? ''));
  return db.transaction().execute(async (trx) => {
    await lockRoster(trx, survey);
    const lines = await freezeAll(trx, survey, units.length, frozen);
    const strata: Stratum[] = [];
    for (const [position, unit] of units.entries()) {
      const hashes = lines[position]!;
      const commitment = await commitmentTo(hashes);
      strata.push({ unit, size: hashes.length, modulus: moduli[position]!, commitment });
    }
    await replaceStrata(trx, survey, strata);
    await measureEntries(trx, survey);
    return strata;
  });
}
