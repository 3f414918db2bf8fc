import type { EntranceState } from '@danban/contract';

/** It takes answers, or will again: who has written some keeps them meanwhile. */
export function mayStillSend(state: EntranceState): boolean {
  return state === 'open' || state === 'interrupted' || state === 'paused';
}
