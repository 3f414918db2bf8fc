import { randomBytes } from 'node:crypto';
import { actingAs } from '@danban/access';
import type { FactorsView, PhoneSetUpView } from '@danban/contract';
import type { Db, HouseTables } from '@danban/db/vaults/house';
import type { Transaction } from 'kysely';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { completeSession, type Second } from '../sessions/service.ts';
import { findAwaiting } from '../sessions/awaiting.queries.ts';
import { demandFresh, isFresh, type Staff } from '../sessions/staff.ts';
import type { Throttle } from '../sessions/throttle.ts';
import { hashOfToken } from '../sessions/tokens.ts';
import { qrSvg } from '../surveys/qr.ts';
import * as queries from './queries.ts';
import { hashOfCode, newCodes } from './recovery.ts';
import { enrolment, secretBytes, stepOf } from './totp.ts';

type Trx = Transaction<HouseTables>;

const isAdmin = ({ person }: Staff): boolean => person.grants.some(({ role }) => role === 'admin');

async function isNeeded(db: Db, staff: Staff): Promise<boolean> {
  return isAdmin(staff) && (await queries.adminsNeedSecondFactor(db));
}

export async function factorsOf(house: House, staff: Staff): Promise<FactorsView> {
  const { id } = staff.person;
  const totp = await queries.findTotp(house.db, id);
  return {
    phone: totp?.confirmed === true,
    recoveryCodes: await queries.countRecoveryCodes(house.db, id),
    fresh: isFresh(house, staff),
    needed: await isNeeded(house.db, staff),
  };
}

/** One change of the person's own factors, and its line in the log. */
function changing<T>(house: House, { person }: Staff, change: (trx: Trx) => Promise<T>): Promise<T> {
  return house.db.transaction().execute(async (trx) => {
    await queries.lockAccount(trx, person.id);
    return change(trx);
  });
}

/** A new secret that counts for nothing until a code of it has been typed. */
export async function begin(house: House, staff: Staff): Promise<void> {
  demandFresh(house, staff);
  const { id } = staff.person;
  const sealed = await house.seals.seal(randomBytes(secretBytes), id);
  await changing(house, staff, async (trx) => {
    if (!(await queries.beginTotp(trx, id, sealed))) throw new ProblemError('second-factor-there');
  });
}

async function secretOf(house: House, db: Db, accountId: string, confirmed: boolean): Promise<Buffer> {
  const totp = await queries.findTotp(db, accountId);
  if (totp?.confirmed !== confirmed) throw new ProblemError('not-found');
  const secret = await house.seals.open(totp, accountId);
  if (secret === undefined) throw new ProblemError('factor-keys-away');
  return secret;
}

/** What has been begun and not confirmed, to be scanned or typed. */
export async function setUp(house: House, staff: Staff): Promise<PhoneSetUpView> {
  demandFresh(house, staff);
  const { address, key } = enrolment(await secretOf(house, house.db, staff.person.id, false), staff.login);
  return { address, key, qr: qrSvg(address) };
}

function take(house: House, throttle: Throttle, accountId: string): void {
  if (!throttle.take(accountId, house.clock())) throw new ProblemError('too-many-attempts');
}

async function drawCodes(trx: Trx, accountId: string): Promise<string[]> {
  const codes = newCodes();
  await queries.replaceRecoveryCodes(trx, accountId, codes.map(hashOfCode));
  return codes;
}

/** From here on the phone is asked for; answers the codes for the day it is lost. */
export async function confirm(house: House, throttle: Throttle, staff: Staff, code: string): Promise<string[]> {
  const { id } = staff.person;
  take(house, throttle, id);
  const codes = await changing(house, staff, async (trx) => {
    const step = stepOf(await secretOf(house, trx, id, false), digitsOf(code), house.clock());
    if (step === undefined) throw new ProblemError('wrong-code');
    if (!(await queries.confirmTotp(trx, id, step))) throw new ProblemError('not-found');
    const drawn = await drawCodes(trx, id);
    const by = actingAs(staff.person, null);
    await record(house, trx, { by, act: 'factor.add', object: id, details: { kind: 'phone' } });
    return drawn;
  });
  throttle.forgive(id);
  return codes;
}

/** New codes; those before no longer count. */
export async function renewCodes(house: House, staff: Staff): Promise<string[]> {
  demandFresh(house, staff);
  const { id } = staff.person;
  return changing(house, staff, async (trx) => {
    if ((await queries.findTotp(trx, id))?.confirmed !== true) throw new ProblemError('not-found');
    const codes = await drawCodes(trx, id);
    const by = actingAs(staff.person, null);
    await record(house, trx, { by, act: 'factor.recovery', object: id, details: { codes: codes.length } });
    return codes;
  });
}

/** Refuses what would leave an administrator without a second factor where the house asks for one; call it last. */
export async function demandFactorLeft(trx: Trx, staff: Staff): Promise<void> {
  const { phone, passkeys } = await queries.factorsHeld(trx, staff.person.id);
  if (!phone && passkeys === 0 && (await isNeeded(trx, staff))) throw new ProblemError('last-second-factor');
}

export async function remove(house: House, staff: Staff): Promise<void> {
  demandFresh(house, staff);
  const { id } = staff.person;
  await changing(house, staff, async (trx) => {
    const was = await queries.removeTotp(trx, id);
    await demandFactorLeft(trx, staff);
    if (!was) return;
    const by = actingAs(staff.person, null);
    await record(house, trx, { by, act: 'factor.remove', object: id, details: { kind: 'phone' } });
  });
}

/** As it was typed, in groups or not. */
function digitsOf(code: string): string {
  return code.replace(/[\s-]/g, '');
}

async function isRight(house: House, trx: Trx, accountId: string, code: string): Promise<Second> {
  const wrong = new ProblemError('wrong-code');
  if (!/^\d{6}$/.test(digitsOf(code))) {
    if (await queries.useRecoveryCode(trx, accountId, hashOfCode(code))) return 'recovery';
    throw wrong;
  }
  const step = stepOf(await secretOf(house, trx, accountId, true), digitsOf(code), house.clock());
  if (step === undefined || !(await queries.useStep(trx, accountId, step))) throw wrong;
  return 'code';
}

/** The session of whoever has typed the code her sign-in waited for, or one of those she wrote down. */
export async function enterCode(house: House, throttle: Throttle, token: string | undefined, code: string) {
  const whose = token && (await findAwaiting(house.db, hashOfToken(token), house.clock()));
  if (token === undefined || !whose) throw new ProblemError('sign-in-required');
  take(house, throttle, whose);
  const next = await completeSession(house, token, (trx, accountId) => isRight(house, trx, accountId, code));
  throttle.forgive(whose);
  return next;
}
