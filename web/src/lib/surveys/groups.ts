import type { StateGroup } from '@danban/contract';

/** How groups of states are written in addresses. */
export const groupNames = {
  'dang-soan': 'draft',
  'dang-mo': 'open',
  'kiem-dem': 'counting',
  'ket-qua': 'results',
  'da-huy': 'cancelled',
} as const satisfies Record<string, StateGroup>;

export function groupAsked(name: string | null): StateGroup | undefined {
  return Object.entries(groupNames).find(([written]) => written === name)?.[1];
}
