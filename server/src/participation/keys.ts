import { createPrivateKey, generateKeyPair, randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';
import { issuerOf, type Issuer } from '@danban/credential/issuer';
import { KeysAway, type KeyFolder } from '../keys/folder.ts';

const newPair = promisify(generateKeyPair);
const inviteKeyName = 'invite';
const stratumKeyName = (stratum: number): string => `stratum-${stratum}`;
/** A pair takes half a second of a core: what is left of this machine is for people who answer. */
const atOnce = Math.max(1, Math.min(2, availableParallelism() - 1));

async function newPairOf(keys: KeyFolder, survey: string, stratum: number): Promise<void> {
  const { privateKey } = await newPair('rsa', { modulusLength: 3072, publicExponent: 65537 });
  // An attempt that was cut short may have left a file that holds no key.
  await keys.clear(survey, stratumKeyName(stratum));
  await keys.write(survey, stratumKeyName(stratum), privateKey.export({ type: 'pkcs8', format: 'der' }));
}

async function missingOf(keys: KeyFolder, survey: string, strata: number): Promise<number[]> {
  const missing: number[] = [];
  for (let stratum = 0; stratum < strata; stratum++) {
    if ((await keys.stateOf(survey, stratumKeyName(stratum))) !== 'there') missing.push(stratum);
  }
  return missing;
}

/** Some of the pairs that so many strata lack; says how many are there. What is made is kept whatever happens next. */
export async function prepareKeys(keys: KeyFolder, survey: string, strata: number): Promise<number> {
  await keys.create(survey);
  const missing = await missingOf(keys, survey, strata);
  const some = missing.slice(0, atOnce);
  await Promise.all(some.map((stratum) => newPairOf(keys, survey, stratum)));
  return strata - missing.length + some.length;
}

const isStratumKey = (name: string): boolean => name.startsWith('stratum-');

export async function countPrepared(keys: KeyFolder, survey: string): Promise<number> {
  return (await keys.names(survey)).filter(isStratumKey).length;
}

/** A new key for the invitations, and the public keys of exactly so many strata. @throws KeysAway where one is missing */
export async function takeKeys(
  keys: KeyFolder,
  survey: string,
  strata: number,
): Promise<{ invite: Buffer; moduli: Buffer[] }> {
  const invite = randomBytes(32);
  await keys.clear(survey, inviteKeyName);
  await keys.write(survey, inviteKeyName, invite);
  const moduli: Buffer[] = [];
  for (let stratum = 0; stratum < strata; stratum++) {
    moduli.push(Buffer.from((await readIssuer(keys, survey, stratum)).modulus));
  }
  const names = new Set(moduli.map((_, stratum) => stratumKeyName(stratum)));
  const spare = (await keys.names(survey)).filter((name) => isStratumKey(name) && !names.has(name));
  for (const name of spare) await keys.clear(survey, name);
  return { invite, moduli };
}

async function readIssuer(keys: KeyFolder, survey: string, stratum: number): Promise<Issuer> {
  const der = await keys.read(survey, stratumKeyName(stratum));
  return issuerOf(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
}

export const readInviteKey = (keys: KeyFolder, survey: string): Promise<Buffer> => keys.read(survey, inviteKeyName);

export async function destroyKeys(keys: KeyFolder, survey: string): Promise<void> {
  await keys.destroyAll(survey, inviteKeyName);
}

/** Whether invitations can be told and exchanged: one key is away when all are, so one is looked for. */
export async function hasIssuerKeys(keys: KeyFolder, survey: string): Promise<boolean> {
  return (await keys.stateOf(survey, inviteKeyName)) === 'there';
}

/** Issuers read once and kept, until their survey is frozen anew or closed. */
export function issuerShelf(keys: KeyFolder) {
  const shelf = new Map<string, Promise<Issuer>>();
  return {
    /** @throws KeysAway */
    async of(survey: string, stratum: number): Promise<Issuer> {
      const name = `${survey} ${stratum}`;
      const issuer = shelf.get(name) ?? readIssuer(keys, survey, stratum);
      shelf.set(name, issuer);
      try {
        return await issuer;
      } catch (error) {
        shelf.delete(name);
        throw error instanceof KeysAway ? error : new KeysAway();
      }
    },
    forget(survey: string): void {
      for (const name of shelf.keys()) if (name.startsWith(survey)) shelf.delete(name);
    },
  };
}

export type IssuerShelf = ReturnType<typeof issuerShelf>;
