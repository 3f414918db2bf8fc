import { actsOnDrafts } from './actsOnDrafts.ts';
import { actsOnOfficial } from './actsOnOfficial.ts';
import { actsOnOpinions } from './actsOnOpinions.ts';
import { actsOnReplies } from './actsOnReplies.ts';
import { actsOnUrgent } from './actsOnUrgent.ts';

/** Acts that need a house of their own. */
export const actsElsewhere = {
  ...actsOnDrafts,
  ...actsOnOfficial,
  ...actsOnOpinions,
  ...actsOnReplies,
  ...actsOnUrgent,
};
