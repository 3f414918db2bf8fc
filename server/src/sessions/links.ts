import type { Db } from '@danban/db/vaults/house';
import type { House } from '../house.ts';
import { insertLink, type LinkPurpose } from './queries.ts';
import { hashOfToken, newToken } from './tokens.ts';

const hour = 3_600_000;
const links: Record<LinkPurpose, { page: string; hours: number }> = {
  'sign-in': { page: '/lam-viec/vao', hours: 72 },
  'set-password': { page: '/lam-viec/mat-khau', hours: 72 },
  'set-up': { page: '/lam-viec/thiet-lap', hours: 24 },
};

export type StaffLinkPurpose = Exclude<LinkPurpose, 'set-up'>;

async function createLink(house: House, db: Db, purpose: LinkPurpose, accountId: string | null): Promise<string> {
  const { page, hours } = links[purpose];
  const token = newToken();
  const expiresAt = new Date(house.clock().getTime() + hours * hour);
  await insertLink(db, { tokenHash: hashOfToken(token), purpose, accountId, expiresAt });
  return `${house.origin}${page}?ma=${token}`;
}

/** The address of a one-time link for an account. The page asks before it uses it: mail scanners follow links. */
export function createLinkFor(house: House, db: Db, accountId: string, purpose: StaffLinkPurpose): Promise<string> {
  return createLink(house, db, purpose, accountId);
}

/** The address of a one-time link for who stands at the console of a house without accounts. */
export function createLinkForSetUp(house: House, db: Db): Promise<string> {
  return createLink(house, db, 'set-up', null);
}

/** A one-time sign-in link for an account that is there already: for the console and the example. */
export function createSignInLink(house: House, accountId: string): Promise<string> {
  return createLinkFor(house, house.db, accountId, 'sign-in');
}
