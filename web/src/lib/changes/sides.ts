import type { SegmentView } from '@danban/contract';

export type Side = 'both' | 'before' | 'after';

/** What of a difference stands on a side; on both, what was respelled is shown as it is now. */
export function onSide(segments: readonly SegmentView[], side: Side): SegmentView[] {
  if (side === 'after') return segments.filter(({ kind }) => kind !== 'deleted');
  if (side === 'both') return [...segments];
  return segments
    .filter(({ kind }) => kind !== 'inserted')
    .map((segment) => (segment.kind === 'respelled' ? { ...segment, text: segment.before } : segment));
}

/** Whether a reader would see any change. */
export const differs = (segments: readonly SegmentView[]): boolean => segments.some(({ kind }) => kind !== 'equal');
