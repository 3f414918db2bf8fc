import { actingAs } from '@danban/access';
import type { OwnSsoView } from '@danban/contract';
import { record } from '../audit/record.ts';
import { lockAccount } from '../factors/queries.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { dayOf } from '../organisations/day.ts';
import { beginHeld, seeHeld, takeHeld } from '../sessions/ceremonies.ts';
import { endSessionsBySso } from '../sessions/queries.ts';
import { demandFresh, demandStill, type Staff } from '../sessions/staff.ts';
import { hashOfToken, isToken } from '../sessions/tokens.ts';
import type { Identity } from './identity.ts';
import { askedToLink, type WayThere } from './inputs.ts';
import * as queries from './queries.ts';
import { begin, providerOf } from './service.ts';

const refused = () => new ProblemError('sso-refused');

export async function ownSso(house: House, { person }: Staff, token: string | undefined): Promise<OwnSsoView> {
  const { sso } = house;
  if (sso === undefined) return { name: null, linkedOn: null, asked: null };
  const linkedOn = (await queries.linkedOn(house.db, person.id, sso.issuer)) ?? null;
  const asked = askedToLink.safeParse(await seeHeld(house, 'link-sso', token));
  return { name: sso.name, linkedOn, asked: asked.success ? asked.data : null };
}

/** The way there of somebody who wants her account linked; it ends in the session that began it, or nowhere. */
export async function beginToLink(house: House, staff: Staff) {
  demandFresh(house, staff);
  const { issuer } = providerOf(house);
  if (await queries.linkedOn(house.db, staff.person.id, issuer)) throw new ProblemError('sso-linked-already');
  return begin(house, { place: null, anew: true }, staff.tokenHash);
}

/** The session that may be linked, for who comes back by it; refused in any other. */
export function sessionToLink({ session }: WayThere, token: string | undefined): string {
  if (!isToken(token) || hashOfToken(token).toString('hex') !== session) throw refused();
  return token;
}

/**
 * Whoever is signed in at the provider in this browser need not be she: somebody may have left it so, on purpose too.
 * So the provider asks her anew, then she is asked here, and sees whom she would let in.
 */
export async function askToLink(house: House, token: string, identity: Identity): Promise<void> {
  const { issuer, subject } = identity;
  if ((await queries.findLinked(house.db, identity)) !== undefined) throw new ProblemError('sso-linked-elsewhere');
  const email = await identity.email();
  const named = { shown: email?.address ?? subject, verified: email?.verified ?? true };
  await beginHeld(house, 'link-sso', token, { issuer, subject, ...named });
}

export async function link(house: House, staff: Staff, token: string | undefined): Promise<void> {
  demandFresh(house, staff);
  const { success, data: vouched } = askedToLink.safeParse(await takeHeld(house, 'link-sso', token));
  if (!success || vouched.issuer !== providerOf(house).issuer) throw refused();
  const { id } = staff.person;
  await house.db.transaction().execute(async (trx) => {
    await lockAccount(trx, id);
    await demandStill(trx, staff, house.clock());
    if ((await queries.findLinked(trx, vouched)) !== undefined) throw new ProblemError('sso-linked-elsewhere');
    if (!(await queries.insertLink(trx, id, vouched, dayOf(house.clock())))) {
      throw new ProblemError('sso-linked-already');
    }
    const by = actingAs(staff.person, null);
    await record(house, trx, { by, act: 'sso.link', object: id, details: { by: 'own' } });
  });
}

/** From here on nobody comes in by it; whoever had elsewhere is out. */
export async function unlink(house: House, staff: Staff): Promise<void> {
  demandFresh(house, staff);
  const { id } = staff.person;
  await house.db.transaction().execute(async (trx) => {
    await lockAccount(trx, id);
    if (!(await queries.deleteLink(trx, id))) return;
    await endSessionsBySso(trx, id, staff.tokenHash);
    const by = actingAs(staff.person, null);
    await record(house, trx, { by, act: 'sso.unlink', object: id, details: { by: 'own' } });
  });
}
