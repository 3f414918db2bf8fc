import type { common as vi } from '../vi/common.ts';
import type { Translation } from '../translation.ts';

export const common = {
  'common.product': 'Dân Bàn',
  'common.motto': 'The people know, discuss, verify',
  'common.protected': 'Protected',
  'common.notChosen': 'Not chosen',
  'common.notPlaced': 'Not placed',
  'common.noAnswer': 'No answer',
} satisfies Translation<typeof vi>;
