import { createHmac } from 'node:crypto';
import { setImmediate as pause } from 'node:timers/promises';

/** People in one go; then others have their turn. */
const atOnce = 250;

const indexBits = 20;
const idBytes = 16;

function idAt(ids: Buffer, index: number): string {
  const hex = ids.toString('hex', index * idBytes, (index + 1) * idBytes);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/**
 * The order of one mailing, as indices into `ids`. Only who holds the key of the invitations can tell whom a place is, and
 * the key goes at the close: how far a mailing has come, and when, says nothing about anybody. The order of `ids` stays; it
 * decides between two whose numbers are the same in their first 44 bits.
 */
async function dealt(inviteKey: Buffer, survey: string, mailing: number, ids: Buffer): Promise<BigUint64Array> {
  const drawn = new BigUint64Array(ids.length / idBytes);
  if (drawn.length > 2 ** indexBits) throw new RangeError('more people than a mailing has places');
  for (let i = 0; i < drawn.length; i++) {
    if (i % atOnce === 0) await pause();
    const text = JSON.stringify(['danban/mailing/v1', survey, mailing, idAt(ids, i)]);
    const number = createHmac('sha256', inviteKey).update(text).digest().readBigUInt64BE();
    drawn[i] = ((number >> BigInt(indexBits)) << BigInt(indexBits)) | BigInt(i);
  }
  return drawn.sort();
}

/** A mailing as it was dealt. */
interface Order {
  length: number;
  /** The people of these places, in their order. */
  some(from: number, most: number): string[];
}

export async function deal(inviteKey: Buffer, survey: string, mailing: number, ids: Buffer): Promise<Order> {
  const order = await dealt(inviteKey, survey, mailing, ids);
  const personAt = (number: bigint): string => idAt(ids, Number(BigInt.asUintN(indexBits, number)));
  return {
    length: order.length,
    some: (from, most) => Array.from(order.subarray(from, from + most), personAt),
  };
}

/** Keeps how a mailing was dealt until its last place is asked for; of each survey the latest. */
export function dealer(dealAnew: (survey: string, mailing: number) => Promise<Order>) {
  const kept = new Map<string, { mailing: number; order: Promise<Order> }>();
  return {
    async some(survey: string, mailing: number, from: number, most: number): Promise<string[]> {
      const known = kept.get(survey);
      const order = known?.mailing === mailing ? known.order : dealAnew(survey, mailing);
      kept.set(survey, { mailing, order });
      order.catch(() => kept.delete(survey));
      const whole = await order;
      if (from + most >= whole.length) kept.delete(survey);
      return whole.some(from, most);
    },
    forget: (survey: string): void => void kept.delete(survey),
  };
}

export type Dealer = ReturnType<typeof dealer>;
