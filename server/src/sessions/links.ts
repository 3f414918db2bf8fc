import type { Db } from '@danban/db/vaults/house';
import type { House } from '../house.ts';
import { insertLinks, type LinkPurpose, type NewLink } from './links.queries.ts';
import { hashOfToken, newToken } from './tokens.ts';

const hour = 3_600_000;
const links: Record<LinkPurpose, { page: string; hours: number }> = {
  'sign-in': { page: '/lam-viec/vao', hours: 72 },
  'set-password': { page: '/lam-viec/mat-khau', hours: 72 },
  'set-up': { page: '/lam-viec/thiet-lap', hours: 24 },
};

export type StaffLinkPurpose = Exclude<LinkPurpose, 'set-up'>;

interface Made {
  row: NewLink;
  address: string;
}

function make(house: House, purpose: LinkPurpose, accountId: string | null): Made {
  const { page, hours } = links[purpose];
  const token = newToken();
  const expiresAt = new Date(house.clock().getTime() + hours * hour);
  const row = { tokenHash: hashOfToken(token), purpose, accountId, expiresAt };
  return { row, address: `${house.origin}${page}?ma=${token}` };
}

/** The addresses of one-time links, one for each account. The page asks before it uses one: mail scanners follow links. */
export async function createLinksFor(
  house: House,
  db: Db,
  accountIds: readonly string[],
  purpose: StaffLinkPurpose,
): Promise<string[]> {
  const made = accountIds.map((id) => make(house, purpose, id));
  await insertLinks(
    db,
    made.map(({ row }) => row),
  );
  return made.map(({ address }) => address);
}

export async function createLinkFor(
  house: House,
  db: Db,
  accountId: string,
  purpose: StaffLinkPurpose,
): Promise<string> {
  const [address] = await createLinksFor(house, db, [accountId], purpose);
  return address!;
}

/** The address of a one-time link for who stands at the console of a house without accounts. */
export async function createLinkForSetUp(house: House, db: Db): Promise<string> {
  const { row, address } = make(house, 'set-up', null);
  await insertLinks(db, [row]);
  return address;
}

/** A one-time sign-in link for an account that is there already: for the console and the example. */
export function createSignInLink(house: House, accountId: string): Promise<string> {
  return createLinkFor(house, house.db, accountId, 'sign-in');
}
