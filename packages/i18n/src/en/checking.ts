import type { checking as vi } from '../vi/checking.ts';
import type { Translation } from '../translation.ts';

export const checking = {
  'checking.title': 'Check your form and the results',
  'checking.lead':
    'Your device downloads all that is published of this survey and checks it by itself. The code of a receipt is sent nowhere; everybody who checks downloads the same files.',
  'checking.code': 'Receipt code (optional)',
  'checking.codeHint':
    'Six groups of five signs, or the whole link in the QR code. Leave it empty to check the survey alone.',
  'checking.do': 'Check',
  'checking.busy': 'Downloading and checking…',
  'checking.useSaved': 'Use the code saved on this device',
  'checking.removeSaved': 'Remove from this device',
  'checking.wrongCode': 'The code is not right. Please compare each group with what you noted.',
  'checking.away': 'Not everything could be downloaded. Please try again when there is a network.',
  'checking.sheetGood': 'Your form',
  'checking.sheetWrong': 'Something does not fit your form',
  'checking.surveyGood': 'The survey fits what was published',
  'checking.surveyWrong': 'Something about the survey does not fit',
  'checking.tell':
    'Please keep your receipt and tell the organiser or the people’s inspection board, without sending the code.',
  'checking.howCounted': 'See how your sheet was counted',
  'checking.howCountedLead':
    'This is what the tables say of this code. If you answered otherwise, your sheet was counted wrongly.',
  'checking.chosen': 'Chosen',
  'checking.notAsked': 'Not asked',
  'checking.invite': 'Anyone can check this',
  'checking.inviteText':
    'Your device counts every published figure anew and finds your own sheet by its receipt, without having to trust anybody.',
  'checking.inviteLink': 'Check these results',
  'checking.steps': 'Every step that was checked',
  'checking.noScript':
    'This page needs JavaScript, because the checking is done on your device. The command npm run verify checks as well.',
} satisfies Translation<typeof vi>;
