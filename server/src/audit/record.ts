import type { Actor } from '@danban/access';
import {
  acts,
  detailsOf,
  type ActCode,
  type AuditActor,
  type DetailsOf,
  type Named,
  type ObjectKind,
} from '@danban/audit';
import type { House } from '../house.ts';
import { dayOf } from '../organisations/day.ts';
import { unitPath } from '../organisations/queries.ts';
import { append } from './chain.ts';
import { describeAccount, describeSurvey, nameOfBody, nameOfUnit, type Described, type Trx } from './queries.ts';
import { nearestCommon } from './scope.ts';

type KindOf<A extends ActCode> = (typeof acts)[A]['object'];

/** What a feature tells of an act; names and scope are looked up here, in its transaction. */
export type Told<A extends ActCode> = {
  /** Who does it, as `demand` answers; null: the installation itself. */
  by: Actor | null;
  act: A;
  details: DetailsOf<A>;
  /** Units the act concerns beside those of its object: a role that is taken away. */
  units?: readonly string[];
} & (KindOf<A> extends 'account' | 'survey' ? { object: string } : { object?: never });

const everything: Described = { name: 'Dân Bàn', units: [] };
const describe: Record<ObjectKind, (trx: Trx, id: string) => Promise<Described>> = {
  installation: async () => everything,
  organisation: async () => everything,
  account: describeAccount,
  survey: describeSurvey,
};

async function scopeOf(trx: Trx, units: readonly string[], day: string): Promise<Named | null> {
  const paths = [];
  for (const unit of new Set(units)) paths.push(await unitPath(trx, unit, day));
  const id = nearestCommon(paths);
  return id === null ? null : { id, name: await nameOfUnit(trx, id) };
}

async function named(trx: Trx, { id, name, role, bodyId }: Actor): Promise<AuditActor> {
  return { id, name, role, body: bodyId === null ? null : { id: bodyId, name: await nameOfBody(trx, bodyId) } };
}

/**
 * Writes one line about an act, in the transaction of the act: both are there or neither is. Call it last, because it
 * holds the end of the chain until the transaction ends.
 */
export async function record<A extends ActCode>(house: Pick<House, 'clock'>, trx: Trx, told: Told<A>): Promise<void> {
  const { by, act, details, units = [] } = told;
  const kind = acts[act].object;
  const id = told.object ?? 'danban';
  const object = await describe[kind](trx, id);
  await append(house, trx, {
    actor: by && (await named(trx, by)),
    act,
    object: { kind, id, name: object.name },
    unit: await scopeOf(trx, [...object.units, ...units], dayOf(house.clock())),
    details: detailsOf(act, details),
  });
}
