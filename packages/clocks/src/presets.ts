import type { Counting } from './deadline.ts';

export interface Preset {
  /** Fewer days open than these are warned of. */
  readonly minDays: number;
  /** In so many days after the close opinions are answered. */
  readonly replyDays: number;
  readonly counting: Counting;
}

/**
 * Times the law or a rule of the house sets, as suggestions: an organizer may choose others. Sources: Law 80/2015/QH13 (drafts of
 * provinces), Law 64/2025/QH15, and what is usual for internal rules and for social critique (QĐ 217-QĐ/TW).
 */
export const presets = {
  'internal-rule': { minDays: 7, replyDays: 10, counting: 'working' },
  'vbqppl-2025-province': { minDays: 20, replyDays: 15, counting: 'calendar' },
  'vbqppl-2015-province': { minDays: 30, replyDays: 10, counting: 'calendar' },
  'social-critique': { minDays: 15, replyDays: 15, counting: 'working' },
} as const satisfies Record<string, Preset>;

export type PresetName = keyof typeof presets;
export const presetNames = Object.keys(presets) as PresetName[];
