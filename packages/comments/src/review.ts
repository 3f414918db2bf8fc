import { nfc, personalIn, personalKinds, type KnownNames, type PersonalKind, type Span } from '@danban/text';
import { z } from 'zod';
import { decisions } from './routes.ts';

const mask = z.strictObject({
  start: z.int().nonnegative(),
  end: z.int().positive(),
  kind: z.enum(personalKinds),
});
export type Mask = z.infer<typeof mask>;

/** Most masks in one opinion. */
const mostMasks = 500;

/** What one person holds of one opinion. */
export const reviewSchema = z.strictObject({
  decision: z.enum(decisions),
  masks: z.array(mask).max(mostMasks),
});
export type Review = z.infer<typeof reviewSchema>;

const onlyGap = /^[\s]*$/u;

function kindOf({ start, end }: Pick<Mask, 'start' | 'end'>, suggested: readonly Span[]): PersonalKind {
  const over = suggested.find((span) => span.start < end && span.end > start);
  return over?.kind ?? 'other';
}

/**
 * The masks somebody chose, as they are kept and compared: within the text, apart, those with nothing but spaces between
 * them joined, each called by what the text suggests there. So that two people who hide the same words agree.
 */
export function settledMasks(text: string, chosen: readonly Pick<Mask, 'start' | 'end'>[], known: KnownNames): Mask[] {
  const composed = nfc(text);
  const inside = chosen
    .map(({ start, end }) => ({ start: Math.max(0, start), end: Math.min(composed.length, end) }))
    .filter(({ start, end }) => start < end)
    .sort((one, other) => one.start - other.start || one.end - other.end);
  const joined: { start: number; end: number }[] = [];
  for (const one of inside) {
    const last = joined.at(-1);
    const touches = last && (one.start <= last.end || onlyGap.test(composed.slice(last.end, one.start)));
    if (touches) last.end = Math.max(last.end, one.end);
    else joined.push({ ...one });
  }
  const suggested = personalIn(composed, known);
  return joined.map((one) => ({ ...one, kind: kindOf(one, suggested) }));
}

/** What is marked before anybody has read: whatever is surely personal. */
export function suggestedMasks(text: string, known: KnownNames): Mask[] {
  const surely = personalIn(text, known).filter(({ level }) => level === 'redact');
  return settledMasks(text, surely, known);
}

/** Whether two people hold the same: route or reason, and the same words masked. */
export function agree(one: Review, other: Review): boolean {
  const places = ({ masks }: Review) => masks.map(({ start, end }) => `${start}-${end}`).join(' ');
  return one.decision === other.decision && places(one) === places(other);
}

/** How it stands with an opinion, from what different people hold of it. */
export type Standing =
  | { kind: 'unread' }
  /** One has read it. */
  | { kind: 'half' }
  /** Two or more have, and no two hold the same. */
  | { kind: 'disputed' }
  | { kind: 'agreed'; review: Review };

/** Decided is what two different people hold alike; `reviews`: one of each. */
export function standingOf(reviews: readonly Review[]): Standing {
  const [first, ...others] = reviews;
  if (!first) return { kind: 'unread' };
  if (others.length === 0) return { kind: 'half' };
  const agreed = reviews.find((one, at) => reviews.slice(at + 1).some((other) => agree(one, other)));
  return agreed ? { kind: 'agreed', review: agreed } : { kind: 'disputed' };
}
