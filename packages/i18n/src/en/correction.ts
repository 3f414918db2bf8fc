import type { correction as vi } from '../vi/correction.ts';
import type { Translation } from '../translation.ts';

export const correction = {
  'correction.title': 'Correction',
  'correction.about': 'A wrong number of people asked can be corrected. Answers can be changed by nobody.',
  'correction.open': 'Correct how many were asked',
  'correction.lead':
    'Correct how many were asked at the places whose results are shown. Answers are counted again just as they were sent.',
  'correction.place': '{name}: people asked',
  'correction.placeHint': '{respondents} forms. It says: {invited}.',
  'correction.placeUnknown': '{respondents} forms. It says: unknown.',
  'correction.where': 'At which unit?',
  'correction.below': 'See the units of {name}',
  'correction.none': 'Nothing can be corrected here: only where results are shown.',
  'correction.rule':
    'Places that say “Protected” are not in this list, so that nobody tries numbers until the number of forms is found.',
  'correction.reason': 'Why it is corrected',
  'correction.reasonHint': 'Everybody who reads the results sees this reason beside the correction. Name nobody.',
  'correction.next': 'Look over before correcting',
  'correction.sure': 'Correct this?',
  'correction.change': '{name}: from {before} to {after}',
  'correction.change.again': 'If that is not right, change it below.',
  'correction.unknown': 'unknown',
  'correction.wrongNumber': 'Please give a whole number from 1 on.',
  'correction.text': 'When you correct:',
  'correction.consequence.new': 'Results are counted again and published as a new release, with the reason.',
  'correction.consequence.old': 'The old release can still be read, with a note that leads to the new one.',
  'correction.consequence.hidden': 'Some figures that are shown now may be “Protected” in the new release.',
  'correction.consequence.final': 'It cannot be taken back. If it is still wrong, correct it once more.',
  'correction.submit': 'Correct and publish a new release',
  'correction.waiting': 'A correction is being counted. Please load the page again in a few minutes.',
  'correction.done': 'The correction is noted. The new release is on the page of results in a few minutes.',
  'correction.reasonShort': 'Please give a reason of at least 10 letters.',
} satisfies Translation<typeof vi>;
