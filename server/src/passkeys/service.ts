import { actingAs } from '@danban/access';
import type { PasskeysView } from '@danban/contract';
import type { Db } from '@danban/db/vaults/house';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { record } from '../audit/record.ts';
import { lockAccount } from '../factors/queries.ts';
import { demandFactorLeft } from '../factors/service.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { dayOf } from '../organisations/day.ts';
import type { Device } from '../sessions/device.ts';
import { forgetExpired, lockActiveAccount } from '../sessions/queries.ts';
import { enter } from '../sessions/service.ts';
import { demandFresh, demandStill, type Staff } from '../sessions/staff.ts';
import type { Throttle } from '../sessions/throttle.ts';
import { hasCertificates } from './attestation.ts';
import type { AddPasskey, UsePasskey } from './inputs.ts';
import { partyOf, type Party } from './party.ts';
import * as queries from './queries.ts';

const most = 20;
const refused = () => new ProblemError('passkey-refused');

function party(house: House): Party {
  const found = partyOf(house.origin);
  if (found === null) throw new ProblemError('passkeys-impossible');
  return found;
}

export async function list(house: House, { person }: Staff): Promise<PasskeysView> {
  const passkeys = await queries.passkeysOf(house.db, person.id);
  const shown = passkeys.map(({ id, name, createdOn }) => ({ id, name, createdOn }));
  return { possible: partyOf(house.origin) !== null, passkeys: shown };
}

/** The bytes of the account's id: what a key keeps to say whose it is, and nothing of her name. */
const handleOf = (accountId: string) => new Uint8Array(Buffer.from(accountId.replaceAll('-', ''), 'hex'));

async function demandRoom(db: Db, accountId: string) {
  const there = await queries.passkeysOf(db, accountId);
  if (there.length >= most) throw new ProblemError('too-many-passkeys');
  return there;
}

/** What a browser is asked to make a key for. Keys that are there already are left out, so that one is not made twice. */
export async function optionsToAdd(house: House, staff: Staff) {
  demandFresh(house, staff);
  const { rpID } = party(house);
  const { id, name } = staff.person;
  const there = await demandRoom(house.db, id);
  return generateRegistrationOptions({
    rpName: 'Dân Bàn',
    rpID,
    userID: handleOf(id),
    userName: staff.login,
    userDisplayName: name,
    attestationType: 'none',
    excludeCredentials: there.map((key) => ({ id: key.id, transports: key.transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

async function verifiedNew({ rpID, origin }: Party, challenge: string, { response }: AddPasskey) {
  if (hasCertificates(response.response.attestationObject)) throw refused();
  const answer = { ...response, clientExtensionResults: {} } as RegistrationResponseJSON;
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: answer,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
  }).catch(() => ({ verified: false, registrationInfo: undefined }));
  if (!verified || registrationInfo === undefined) throw refused();
  return registrationInfo.credential;
}

/** `begun`: the challenge this session was given, taken so that it counts once. */
export async function add(house: House, staff: Staff, begun: unknown, input: AddPasskey): Promise<void> {
  demandFresh(house, staff);
  const { challenge } = (begun ?? {}) as { challenge?: string };
  if (challenge === undefined) throw refused();
  const { id, publicKey, counter } = await verifiedNew(party(house), challenge, input);
  const passkey = {
    id,
    accountId: staff.person.id,
    publicKey: Buffer.from(publicKey),
    counter,
    transports: input.response.response.transports,
    name: input.name,
    createdOn: dayOf(house.clock()),
  };
  await house.db.transaction().execute(async (trx) => {
    await lockAccount(trx, staff.person.id);
    await demandStill(trx, staff, house.clock());
    await demandRoom(trx, staff.person.id);
    if (!(await queries.insertPasskey(trx, passkey))) throw refused();
    const by = actingAs(staff.person, null);
    await record(house, trx, { by, act: 'factor.add', object: staff.person.id, details: { kind: 'passkey' } });
  });
}

export async function rename(house: House, { person }: Staff, id: string, name: string): Promise<void> {
  if (!(await queries.renamePasskey(house.db, person.id, id, name))) throw new ProblemError('not-found');
}

export async function remove(house: House, staff: Staff, id: string): Promise<void> {
  demandFresh(house, staff);
  await house.db.transaction().execute(async (trx) => {
    await lockAccount(trx, staff.person.id);
    if (!(await queries.deletePasskey(trx, staff.person.id, id))) throw new ProblemError('not-found');
    await demandFactorLeft(trx, staff);
    const by = actingAs(staff.person, null);
    await record(house, trx, { by, act: 'factor.remove', object: staff.person.id, details: { kind: 'passkey' } });
  });
}

/** No account is named: the browser offers whatever keys it holds for us, and so tells nobody which accounts exist. */
export async function optionsToSignIn(house: House) {
  await forgetExpired(house.db, house.clock());
  return generateAuthenticationOptions({ rpID: party(house).rpID, userVerification: 'required' });
}

type Found = NonNullable<Awaited<ReturnType<typeof queries.findPasskey>>>;

async function verifiedCounter({ rpID, origin }: Party, challenge: string, key: Found, { response }: UsePasskey) {
  const { userHandle } = response.response;
  const own = Buffer.from(handleOf(key.accountId)).toString('base64url');
  if (userHandle !== undefined && userHandle !== own) throw refused();
  const answer = { ...response, clientExtensionResults: {} } as AuthenticationResponseJSON;
  const publicKey = new Uint8Array(key.publicKey);
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: answer,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    credential: { id: key.id, publicKey, counter: Number(key.counter) },
    requireUserVerification: true,
  }).catch(() => ({ verified: false, authenticationInfo: undefined }));
  if (!verified || authenticationInfo === undefined) throw refused();
  return authenticationInfo.newCounter;
}

/** The session of whoever holds the key and has unlocked it; neither password nor code is asked for. */
export async function signIn(
  house: House,
  throttle: Throttle,
  begun: unknown,
  input: UsePasskey,
  device: Device,
): Promise<string> {
  const { challenge } = (begun ?? {}) as { challenge?: string };
  const key = await queries.findPasskey(house.db, input.response.id);
  if (challenge === undefined || key === undefined) throw refused();
  if (!throttle.take(key.id, house.clock())) throw new ProblemError('too-many-attempts');
  const counter = await verifiedCounter(party(house), challenge, key, input);
  throttle.forgive(key.id);
  return house.db.transaction().execute(async (trx) => {
    const account = await lockActiveAccount(trx, key.accountId);
    if (account === undefined) throw refused();
    if (!(await queries.moveCounter(trx, key.id, Number(key.counter), counter))) throw refused();
    return enter(house, trx, account, { device, way: 'passkey' });
  });
}
