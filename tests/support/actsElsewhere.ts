import { actsOnDrafts } from './actsOnDrafts.ts';
import { actsOnOfficial } from './actsOnOfficial.ts';
import { actsOnOpinions, opinionsThatLeave } from './actsOnOpinions.ts';
import { actsOnReplies, answersThatLeave } from './actsOnReplies.ts';
import { actsOnUrgent } from './actsOnUrgent.ts';
import { packagesThatLeave } from './checkedSurvey.ts';

/** Acts that need a house of their own. */
export const actsElsewhere = {
  ...actsOnDrafts,
  ...actsOnOfficial,
  ...actsOnOpinions,
  ...actsOnReplies,
  ...actsOnUrgent,
};

/** Reading there that is an act of its own. */
export const leavingElsewhere = { ...opinionsThatLeave, ...answersThatLeave, ...packagesThatLeave };
