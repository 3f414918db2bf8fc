import type { ReplyView } from '@danban/contract';

type Resolution = NonNullable<ReplyView['proposal']>['resolution'];

/** In the order a form offers them. */
export const resolutions: readonly Resolution[] = [
  'accepted',
  'partially_accepted',
  'explained',
  'noted',
  'out_of_scope',
  'agreed',
  'merged',
];
