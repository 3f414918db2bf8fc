import type { InspectionView } from '@danban/contract';
import type { MessageKey } from '@danban/i18n';

/** What may be seen now and when the rest comes; null where everything is there. */
export function nowSaid({ state, published }: InspectionView['survey']): MessageKey | null {
  if (state === 'open' || state === 'paused') return 'inspection.now.open';
  if (state === 'closing' || state === 'closed') return 'inspection.now.counting';
  if (state === 'cancelled') return 'inspection.now.cancelled';
  return published ? null : 'inspection.now.unpublished';
}
