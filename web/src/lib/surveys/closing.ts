const day = 24 * 60 * 60 * 1000;
const zone = 7 * 60 * 60 * 1000;

/** A moment as `<input type="datetime-local">` takes it, on Vietnam's clock (UTC+7, no summer time). */
export function toVietnamField(at: Date): string {
  return new Date(at.getTime() + zone).toISOString().slice(0, 16);
}

/** The moment typed on Vietnam's clock, as the API takes it; `undefined` where it is none. */
export function fromVietnamField(value: string): string | undefined {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(value) ? `${value}:00+07:00` : undefined;
}

/** Seven in the morning of the next day: time to print and send the links before. */
export function suggestedOpening(now: Date): string {
  return `${toVietnamField(new Date(now.getTime() + day)).slice(0, 10)}T07:00`;
}

/** Five in the afternoon, so many days from now: an hour at which people can still be reminded. */
export function suggestedClosing(now: Date, days: number): string {
  return `${toVietnamField(new Date(now.getTime() + days * day)).slice(0, 10)}T17:00`;
}
