import { createHash, randomBytes } from 'node:crypto';
import { SLIP_BYTES } from '@danban/credential';
import type { UrnDb } from '@danban/db/vaults/urn';
import type { KeyFolder } from '../keys/folder.ts';
import type { FilledByCode, SlipCode, SlipReceipt, Slips, Voiding, Wanted } from '../vaults/urn.ts';
import { tagOf } from './envelope.ts';
import type { Intake } from './intake.ts';
import { createSlips, dropSlips } from './partitions.ts';
import { allBatches, lockUrn } from './queries.ts';
import type { SlipBook } from './slipbook.ts';
import { allSlips, deleteSlip, insertSlips, spendTag } from './slips.queries.ts';
import { tagKeyName } from './tags.ts';

/** Bound to its survey: a code of another one is unknown here. */
function slipHash(survey: string, code: SlipCode): Buffer {
  return createHash('sha256')
    .update(JSON.stringify(['danban/slip/v1', survey]))
    .update(code)
    .digest();
}

interface Room {
  db: UrnDb;
  keys: KeyFolder;
  bookOf(survey: string): SlipBook;
  intakeOf(survey: string): Intake;
}

export function openSlips(room: Room): Slips {
  return {
    make: (survey, wanted) => makeSlips(room, survey, wanted),
    count: (survey) => countSlips(room, survey),
    redeem: (survey, code, filled) => redeem(room, survey, code, filled),
    unitOf: (survey, code) => room.bookOf(survey).unitOf(slipHash(survey, code)),
    void: (survey, code) => voidSlip(room, survey, slipHash(survey, code)),
    async discard(survey) {
      await room.db.transaction().execute((trx) => dropSlips(trx, survey));
      room.bookOf(survey).forget();
    },
  };
}

async function makeSlips({ db, bookOf }: Room, survey: string, wanted: readonly Wanted[]): Promise<SlipCode[][]> {
  const made = wanted.map(({ unit, count }) => ({
    unit,
    codes: Array.from({ length: count }, () => new Uint8Array(randomBytes(SLIP_BYTES))),
  }));
  const slips = made.flatMap(({ unit, codes }) => codes.map((code) => ({ hash: slipHash(survey, code), unit })));
  slips.sort((a, b) => Buffer.compare(a.hash, b.hash));
  await db.transaction().execute(async (trx) => {
    await lockUrn(trx, survey);
    await createSlips(trx, survey);
    await insertSlips(trx, survey, slips);
  });
  // Read at once, all together: the marks of a first reading are then on every row, used or not.
  await allSlips(db, survey);
  bookOf(survey).forget();
  return made.map(({ codes }) => codes);
}

async function countSlips({ db }: Room, survey: string): Promise<ReadonlyMap<number, number>> {
  const counts = new Map<number, number>();
  for (const { unit } of await allSlips(db, survey)) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return counts;
}

/** The key of a sheet sent with a nonce alone: who has not got the nonce cannot send it again, and finds no leaf by it. */
function keyBehind(nonce: string): string {
  return createHash('sha256').update('danban/slip-nonce/v1\n').update(nonce).digest('base64url');
}

async function redeem(
  room: Room,
  survey: string,
  code: SlipCode,
  { nonce, ...filled }: FilledByCode,
): Promise<SlipReceipt> {
  const [hash, book, intake] = [slipHash(survey, code), room.bookOf(survey), room.intakeOf(survey)];
  const unit = await book.unitOf(hash);
  if (unit === undefined) return (await intake.isSpent(hash)) ? 'code-voided' : 'code-unknown';
  // Without a word of her own nobody is told whether these are the answers that lie there.
  const salt = filled.salt ?? keyBehind(nonce ?? randomBytes(32).toString('base64url'));
  const receipt = await intake.accept({ ...filled, salt, nullifier: hash, unit });
  if (receipt === 'different-answer') return 'already-counted';
  // A voided slip has spent its tag as well; that it is gone tells the two apart.
  return receipt === 'already-counted' && !(await book.has(hash)) ? 'code-voided' : receipt;
}

async function voidSlip({ db, keys, bookOf }: Room, survey: string, hash: Buffer): Promise<Voiding> {
  const voided = await db.transaction().execute(async (trx): Promise<Voiding> => {
    await lockUrn(trx, survey);
    const slip = (await allSlips(trx, survey)).find((one) => one.hash.equals(hash));
    if (!slip) return 'code-unknown';
    // An urn that is not prepared yet has let nobody in.
    const isPrepared = (await allBatches(trx, survey)).length > 0;
    const tag = isPrepared ? tagOf(await keys.read(survey, tagKeyName), hash) : null;
    // Before the slip's row is touched: refused, the try leaves no trace on it.
    if (tag && !(await spendTag(trx, survey, tag))) return 'slip-used';
    await deleteSlip(trx, survey, hash);
    return { unit: slip.unit };
  });
  bookOf(survey).forget();
  return voided;
}
