import type { MeView } from '@danban/contract';
import type { Address } from '../lists.ts';

export type SignedIn = MeView | { next: 'code' };

/** Where somebody may be led after signing in: these and no other address. */
const places: Readonly<Record<string, string>> = { toi: '/lam-viec/toi', 'mat-khau': '/lam-viec/mat-khau' };
const asked = 'tiep';

export function isCodeDue(signedIn: SignedIn): signedIn is { next: 'code' } {
  return 'next' in signedIn;
}

/** The page for the code from the phone, which leads on to a place of the list. */
export function codePage(place: string | null): string {
  return `/lam-viec/ma-xac-nhan${place === null ? '' : `?${asked}=${encodeURIComponent(place)}`}`;
}

/** Where signing in leads: to the code while one is due, then where the address says, or to the desk. */
export function onward(url: Pick<Address, 'searchParams'>, signedIn: SignedIn): string {
  const place = url.searchParams.get(asked);
  if (isCodeDue(signedIn)) return codePage(place);
  return (place !== null && Object.hasOwn(places, place) && places[place]) || '/lam-viec';
}
