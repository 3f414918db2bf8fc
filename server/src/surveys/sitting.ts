import type { Actor } from '@danban/access';
import type { Definition } from '@danban/survey';
import { findLastOther } from '../audit/queries.ts';
import type { House } from '../house.ts';
import type { Changes } from './changes.ts';
import type { SurveyRow, Trx } from './queries.ts';
import { findRevision, savesOf } from './revisions.queries.ts';

/** As long as no pause between two saves is longer, a person is still at the same work. */
const longestPause = 10 * 60 * 1000;

/**
 * The draft as it was when this person sat down to it; null where she does now. An editor saves every few seconds: the log
 * has a line for each save that brings something its sitting has not told yet, at once, so that nothing waits to be told.
 */
export async function begunWith(
  house: House,
  by: Actor,
  trx: Trx,
  { id }: SurveyRow,
): Promise<{ definition: Definition } | null> {
  const other = await findLastOther(trx, id, 'survey.edit', by.id);
  const from = other ? new Date(other.at).getTime() : 0;
  let next = house.clock().getTime();
  for (const [nth, { revision, saved_by, saved_at }] of (await savesOf(trx, id)).entries()) {
    const at = saved_at.getTime();
    const goesOn = revision > 0 && saved_by === by.id && at >= from && next - at < longestPause;
    next = at;
    if (goesOn) continue;
    const found = nth > 0 ? await findRevision(trx, id, revision) : undefined;
    return found ? { definition: found.definition as Definition } : null;
  }
  return null;
}

export const isNothing = ({ added, removed, changed }: Changes): boolean => added + removed + changed === 0;
