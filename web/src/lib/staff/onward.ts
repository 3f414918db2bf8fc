import type { MeView } from '@danban/contract';
import type { Address } from '../lists.ts';

export type SignedIn = MeView | { next: 'code' };

/** Where somebody may be led after signing in: these and no other address. */
const places: Readonly<Record<string, string>> = { toi: '/lam-viec/toi', 'mat-khau': '/lam-viec/mat-khau' };
const asked = 'tiep';

/** The name of the place an address asks for, where it is one of the list. */
export function placeAsked(url: Pick<Address, 'searchParams'>): string | null {
  const place = url.searchParams.get(asked);
  return place !== null && Object.hasOwn(places, place) ? place : null;
}

export function isCodeDue(signedIn: SignedIn): signedIn is { next: 'code' } {
  return 'next' in signedIn;
}

/** The page for the code from the phone, which leads on to a place of the list. */
export function codePage(place: string | null): string {
  return `/lam-viec/ma-xac-nhan${place === null ? '' : `?${asked}=${encodeURIComponent(place)}`}`;
}

/** The page of this name, or the desk. */
export function pageOf(place: string | null): string {
  return (place !== null && Object.hasOwn(places, place) && places[place]) || '/lam-viec';
}

/** Where signing in leads: to the code while one is due, then where the address says, or to the desk. */
export function onward(url: Pick<Address, 'searchParams'>, signedIn: SignedIn): string {
  const place = placeAsked(url);
  return isCodeDue(signedIn) ? codePage(place) : pageOf(place);
}
