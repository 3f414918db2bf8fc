import { createPrivateKey, generateKeyPair, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { issuerOf, type Issuer } from '@danban/credential/issuer';
import { KeysAway, type KeyFolder } from '../keys/folder.ts';

const newPair = promisify(generateKeyPair);
const inviteKeyName = 'invite';
const stratumKeyName = (stratum: number): string => `stratum-${stratum}`;
/** A pair takes half a second of a core: two at a time leave the other people of this machine some room. */
const atOnce = 2;

async function newIssuer(keys: KeyFolder, survey: string, stratum: number): Promise<Issuer> {
  const { privateKey } = await newPair('rsa', { modulusLength: 3072, publicExponent: 65537 });
  await keys.write(survey, stratumKeyName(stratum), privateKey.export({ type: 'pkcs8', format: 'der' }));
  return issuerOf(privateKey);
}

/** All keys of a survey, made anew: one for its invitations, a pair for each stratum. */
export async function makeKeys(
  keys: KeyFolder,
  survey: string,
  strata: number,
): Promise<{ invite: Buffer; moduli: Buffer[] }> {
  await destroyKeys(keys, survey);
  await keys.create(survey);
  const invite = randomBytes(32);
  await keys.write(survey, inviteKeyName, invite);
  const moduli: Buffer[] = [];
  for (let from = 0; from < strata; from += atOnce) {
    const some = Array.from({ length: Math.min(atOnce, strata - from) }, (_, i) => newIssuer(keys, survey, from + i));
    moduli.push(...(await Promise.all(some)).map(({ modulus }) => Buffer.from(modulus)));
  }
  return { invite, moduli };
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
  const read = async (survey: string, stratum: number): Promise<Issuer> => {
    const der = await keys.read(survey, stratumKeyName(stratum));
    return issuerOf(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
  };
  return {
    /** @throws KeysAway */
    async of(survey: string, stratum: number): Promise<Issuer> {
      const name = `${survey} ${stratum}`;
      const issuer = shelf.get(name) ?? read(survey, stratum);
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
