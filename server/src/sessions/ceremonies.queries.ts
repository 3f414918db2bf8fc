import type { Db } from '@danban/db/vaults/house';

export type CeremonyKind = 'add-passkey' | 'passkey' | 'sso' | 'link-sso';

export interface Ceremony {
  tokenHash: Buffer;
  kind: CeremonyKind;
  /** JSON. */
  kept: string;
  expiresAt: Date;
}

/** Whoever begins the same once more begins anew. */
export async function putCeremony(db: Db, { tokenHash, kind, kept, expiresAt }: Ceremony): Promise<void> {
  await db
    .insertInto('ceremony')
    .values({ token_hash: tokenHash, kind, kept, expires_at: expiresAt })
    .onConflict((conflict) => conflict.columns(['token_hash', 'kind']).doUpdateSet({ kept, expires_at: expiresAt }))
    .execute();
}

/** Takes it out of the table: of any number of requests at once exactly one gets it. */
export async function takeCeremony(db: Db, tokenHash: Buffer, kind: CeremonyKind, now: Date): Promise<unknown> {
  const row = await db
    .deleteFrom('ceremony')
    .where('token_hash', '=', tokenHash)
    .where('kind', '=', kind)
    .where('expires_at', '>', now)
    .returning('kept')
    .executeTakeFirst();
  return row?.kept;
}

/** What is kept of it, and stays to be taken. */
export async function findCeremony(db: Db, tokenHash: Buffer, kind: CeremonyKind, now: Date): Promise<unknown> {
  const row = await db
    .selectFrom('ceremony')
    .select('kept')
    .where('token_hash', '=', tokenHash)
    .where('kind', '=', kind)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row?.kept;
}
