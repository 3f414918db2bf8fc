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
  'checking.codeGroup': 'Group {group} of the code is not right. Please compare it with what you noted.',
  'checking.codeMissing': 'Group {group} of the code is missing.',
  'checking.codeGroups': 'Groups {groups} of the code are not right. It has six groups of five signs.',
  'checking.codeLong': 'The code is too long: it has six groups of five signs.',
  'checking.away': 'Not everything could be downloaded. Please try again when there is a network.',
  'checking.insecure':
    'Browsers check only on pages opened by https. Please open this page by its https address, or download the file at its end and open that.',
  'checking.nowhere': 'There is no survey in this place',
  'checking.nowhereText':
    'Please look at the address of the checking page again; of a copy of the log, choose the folder with the files checkpoint and entries. If checking worked in just this place before, please tell the people’s inspection board.',
  'checking.closesAt': 'Closing date announced at the opening: {at}.',
  'checking.otherSurvey': 'This link is of another survey. Please open that link itself to check.',
  'checking.sheet.counted': 'Your form was counted',
  'checking.sheet.recorded': 'Your form was recorded',
  'checking.sheet.sealed': 'Your form still lies sealed in the urn',
  'checking.sheet.unknown': 'The form of this code cannot be checked yet',
  'checking.sheet.elsewhere': 'There is no form of this code in this survey',
  'checking.sheet.wrong': 'Something does not fit your form',
  'checking.sheetLater':
    'By a typed code a form is found only once results are published. The link in the QR code, or a code saved on the device, tells at once whether the form was recorded.',
  'checking.sheetElsewhere':
    'The code may be of another survey, or of a form that was never sent: please compare the name of the survey and the closing date above with your receipt. If it is this survey, the form may have been dropped.',
  'checking.surveyGood': 'The survey fits what was published',
  'checking.surveyWrong': 'Something about the survey does not fit',
  'checking.tell':
    'Please keep your receipt and tell the organiser or the people’s inspection board, without sending the code.',
  'checking.howCounted': 'See how your sheet was counted',
  'checking.howCountedLead':
    'This is what the tables say of this code. If you answered otherwise, your sheet was counted wrongly. Answers in words stand in no table.',
  'checking.chosen': 'Chosen',
  'checking.notAsked': 'Not asked',
  'checking.invite': 'Anyone can check this',
  'checking.inviteText':
    'Your device counts every published figure anew and finds your own sheet by its receipt, without having to trust anybody.',
  'checking.inviteLink': 'Check these results',
  'checking.steps': 'Every step that was checked',
  'checking.noScript':
    'This page needs JavaScript, because the checking is done on your device. The command npm run verify checks as well.',
  'checking.keep': 'Keep this check on your device',
  'checking.keepText':
    'One HTML file does all that this page does, even when this page is gone: you open it on your own device and check over the network, with a copy of the log or with a package that was downloaded.',
  'checking.keepLink': 'Download the file',
  'checking.keepHash':
    'The SHA-256 of the file. Wherever the same version runs it must be just this; if it differs, somebody hands out another file.',
  'checking.fileLead':
    'This file counts a survey anew on your own device. Over the network it downloads only the files everybody who checks downloads; the code of a receipt is sent nowhere.',
  'checking.place': 'Where does what was published come from?',
  'checking.placeWeb': 'Over the network, from where the survey was held',
  'checking.placeFiles': 'From a copy of the log on this device',
  'checking.placePackage': 'From a package (.zip) on this device',
  'checking.address': 'Address of the checking page',
  'checking.addressHint':
    'Of the form https://…/kiem-tra/…. Leave it empty if you paste the whole link of the QR code as the receipt code.',
  'checking.wrongAddress': 'It is not clear which survey is meant. Please enter the address of its checking page.',
  'checking.folder': 'Folder of the copy',
  'checking.folderHint': 'Choose the folder with the files checkpoint and entries. Unpack an archive first.',
  'checking.files': 'Or choose the files of one survey',
  'checking.filesHint':
    'checkpoint, entries, opening, definition, tree, leaves, and release-…, tables-… if there are any.',
  'checking.noSurvey': 'There is no survey among the chosen files yet.',
  'checking.package': 'The package',
  'checking.packageHint':
    'The file goi-kiem-tra.zip that the inspection board downloads on its page of the survey. There is no need to unpack it.',
  'checking.noPackage': 'There is no package yet: no file is chosen, or the chosen file is none.',
  'checking.survey': 'Survey',
} satisfies Translation<typeof vi>;
