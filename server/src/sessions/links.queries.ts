import type { Db } from '@danban/db/vaults/house';
import { sql } from 'kysely';

export type LinkPurpose = 'sign-in' | 'set-password' | 'set-up';

export interface NewLink {
  tokenHash: Buffer;
  purpose: LinkPurpose;
  accountId: string | null;
  expiresAt: Date;
}

export async function insertLinks(db: Db, links: readonly NewLink[]): Promise<void> {
  const rows = links.map(({ tokenHash, ...link }) => ({ hash: tokenHash.toString('hex'), ...link }));
  await sql`
    insert into sign_in_link (token_hash, purpose, account_id, expires_at)
    select decode(hash, 'hex'), purpose, "accountId", "expiresAt"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given (hash text, purpose text, "accountId" uuid, "expiresAt" timestamptz)`.execute(db);
}

export interface TakenLink {
  purpose: string;
  accountId: string | null;
  expiresAt: Date;
}

/** Takes the link out of the table: of any number of requests at once exactly one gets the row. */
export async function takeLink(
  db: Db,
  tokenHash: Buffer,
  purposes: readonly LinkPurpose[],
  now: Date,
): Promise<TakenLink | undefined> {
  const row = await db
    .deleteFrom('sign_in_link')
    .where('token_hash', '=', tokenHash)
    .where('purpose', 'in', purposes)
    .where('expires_at', '>', now)
    .returning(['purpose', 'account_id as accountId', 'expires_at as expiresAt'])
    .executeTakeFirst();
  return row;
}

/** Whose link to choose a password this is, as long as it can be used. */
export async function loginOfLink(db: Db, tokenHash: Buffer, now: Date): Promise<string | undefined> {
  const row = await db
    .selectFrom('sign_in_link')
    .innerJoin('account', 'account.id', 'account_id')
    .select('login')
    .where('token_hash', '=', tokenHash)
    .where('purpose', '=', 'set-password')
    .where('expires_at', '>', now)
    .where('account.active', '=', true)
    .executeTakeFirst();
  return row?.login;
}

/** Puts a taken link back: what it was for did not happen. */
export async function restoreLink(db: Db, tokenHash: Buffer, link: TakenLink): Promise<void> {
  await db
    .insertInto('sign_in_link')
    .values({
      token_hash: tokenHash,
      purpose: link.purpose,
      account_id: link.accountId,
      expires_at: link.expiresAt,
    })
    .execute();
}

export async function voidLinksOf(db: Db, accountId: string): Promise<void> {
  await db.deleteFrom('sign_in_link').where('account_id', '=', accountId).execute();
}

export async function voidSetUpLinks(db: Db): Promise<void> {
  await db.deleteFrom('sign_in_link').where('purpose', '=', 'set-up').execute();
}
