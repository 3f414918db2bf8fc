import type { answering as vi } from '../vi/answering.ts';
import type { Translation } from '../translation.ts';

export const answering = {
  'answering.skip': 'To the first question',
  'answering.language': 'Tiếng Việt',
  'answering.before': 'Before you answer',
  'answering.who': 'Who asks:',
  'answering.howLong': 'How long:',
  'answering.howLongText': 'about {minutes} minutes, {questions} questions, {each}.',
  'answering.each.person': 'one form per person',
  'answering.each.household': 'one form per family',
  'answering.each.student': 'one form per pupil',
  'answering.each.visit': 'one form per visit',
  'answering.until': 'Taken until:',
  'answering.kept': 'What is kept:',
  'answering.keptShort': 'only the answers. No name, phone number, network address or time.',
  'answering.keptShort.roster':
    'the answers, without name, network address or time; apart from them the list notes who collected a form, until it closes.',
  'answering.readers': 'Who reads it:',
  'answering.readersCounts': 'leaders and the organiser, once it has closed, read only counts, no single form.',
  'answering.readersTexts':
    'leaders and the organiser, once it has closed, read only counts, and comments separated from the forms.',
  'answering.promise': 'How private it is, and what is not covered',
  'answering.whom': 'Who is asked',
  'answering.keptText':
    'Only the answers. No name, phone number, network address, type of device or time of sending is stored. This page uses no cookies.',
  'answering.keptText.roster':
    'The answers, apart from names. The list of who may answer lies elsewhere: name, where letters go, and a mark that a form was collected; at the close those marks become a number. No network address, type of device or time of sending is stored. This page uses no cookies.',
  'answering.readersText':
    'Counts exist only after the survey has closed, and only for groups with {threshold} forms or more ({sensitive} for sensitive questions). Written comments are separated from the form and cleared of identifying details before they are passed on.',
  'answering.child': 'Is a child in danger? Call now',
  'answering.child.protection': 'child helpline',
  'answering.child.police': 'police',
  'answering.child.ambulance': 'ambulance',
  'answering.notUrgent': 'This form is not an emergency channel.',
  'answering.denunciation': 'This form is not a complaint or denunciation.',
  'answering.noNames': 'Please write no names, phone numbers, class or anything that gives away you or someone else.',
  'answering.wantDenounce': 'I want to complain or denounce',
  'answering.denunciationText':
    'Under Article 25 of the 2018 Law on Denunciations, a denunciation whose author is unknown is not processed under that law; if it clearly identifies the violator, comes with specific evidence and can be verified, the receiving body still inspects it or forwards it. To be told the outcome and protected by law, file a named denunciation at the citizen-reception office.',
  'answering.code': 'Code',
  'answering.codeAsk': 'Type the code printed on your slip',
  'answering.codeHelp':
    'Four groups of five signs. Capitals or not, with dashes or without. If you have no slip, please ask the organiser.',
  'answering.questions': 'Questions',
  'answering.number': 'Question {number}/{total}',
  'answering.required': '(*) required',
  'answering.optional': 'may be skipped',
  'answering.chooseMany': 'You may choose several.',
  'answering.chooseUpTo': 'Choose at most {max}.',
  'answering.exclusive': 'on its own',
  'answering.eachRow': 'Choose one in each row.',
  'answering.onlyIf': 'If you chose {options} in question {number}, please answer this one; otherwise leave it out.',
  'answering.rankAll': 'Put in order: place 1 comes first.',
  'answering.rankFirst': 'Choose {places} and put them in order; place 1 comes first.',
  'answering.notPlaced': 'not placed',
  'answering.place': 'Place {place}',
  'answering.comment': 'A comment, if you have one',
  'answering.up': 'Move up',
  'answering.down': 'Move down',
  'answering.remove': 'Take out of the order',
  'answering.add': 'Give place {place}',
  'answering.placed': '“{item}” is in place {place}.',
  'answering.unplaced': '“{item}” has no place.',
  'answering.come': 'More to answer: {places}.',
  'answering.gone': 'No longer to be answered: {places}.',
  'answering.between': 'Write a number from {min} to {max}.',
  'answering.upToLetters': 'At most {max} characters.',
  'answering.clear': 'Clear choice',
  'answering.end': 'Send the form',
  'answering.done': '{done} of {total} questions answered.',
  'answering.next':
    'The form is sealed at once and mixed with others before it is counted. Once sent it cannot be read again, changed or withdrawn, because the system keeps nothing that tells whose it is.',
  'answering.send': 'Send the form',
  'answering.sendAgain': 'Send again',
  'answering.draft': 'What you have answered so far is on this device only. Nothing has been sent.',
  'answering.forget': 'Delete from this device',
  'answering.forgetSent': 'Delete this from the device',
  'answering.forgetReceipt':
    'This device also keeps a receipt of this survey. Delete the receipt, too? It cannot be brought back.',
  'answering.forgotten': 'Deleted from this device.',
  'answering.found': 'There is an unfinished form on this device',
  'answering.foundText':
    'It answers {done} of {total} questions and has not been sent anywhere. If it is not yours, delete it to begin a new one.',
  'answering.continue': 'Continue the draft',
  'answering.sentBefore':
    'A form has been sent from this device. The survey counts {each}; if someone else shares the device, just carry on.',
  'answering.sending': 'Sending…',
  'answering.retrying': 'The network is weak; sending again in a few seconds. Your answers are still on this page.',
  'answering.offline':
    'This device is offline. Leave this page open: the form is sent as soon as there is a network. Your answers are still here.',
  'answering.failed':
    'Not sent yet. Your answers are still on this page; press “Send again” when there is a network. However often it is pressed, the form counts once.',
  'answering.refused': 'The form was not taken. Your answers are still here; please try again in a few minutes.',
  'answering.changed':
    'The form sent from this device before was received. What was changed after that is not counted: a form is taken once.',
  'answering.errors': 'Please check: {count}',
  'answering.rowsMissing': '{count} rows still need an answer.',
  'answering.errorsText': 'Your answers are still here. Follow each line to its place.',
  'answering.fixed': 'Answered.',
  'answering.unavailable': 'The form was not received',
  'answering.unavailableText':
    'The system is busy. Your answers are still below; wait a minute, then press “Send the form” again.',
  'answering.thanks': 'Form received. Thank you!',
  'answering.thanksNext': 'What happens next',
  'answering.thanksNow':
    'Your form is sealed and will be mixed with others before it is opened and counted. Nobody is given single forms to read.',
  'answering.thanksWhen': 'The survey closes at {at}. Counting and results come after that.',
  'answering.thanksWhere':
    'Results are published only if the organiser decides so. They will then be found behind this same link:',
  'answering.thanksClose': 'You may close this page. On a shared computer, close the whole browser window.',
  'answering.notYetOpen': 'The survey is not open yet',
  'answering.notYetOpenText': 'The organiser has not opened this survey. Keep the link and come back later.',
  'answering.opensAt': 'You can answer from {at}. Please keep this link and open it again then.',
  'answering.paused': 'This survey is paused',
  'answering.pausedText':
    'The organiser has stopped taking answers for now. What has been sent stays sealed and will be counted. Please open this link again later.',
  'answering.cancelled': 'This survey was cancelled',
  'answering.cancelledText': 'It was cancelled before anybody had answered. Nothing is kept.',
  'answering.closed': 'The survey has closed',
  'answering.closedText': 'It takes no more forms. Thank you for your interest.',
  'answering.closedAt': 'Closed at {at}.',
  'answering.late': 'The form arrived after the survey had closed and was not taken.',
  'answering.interrupted': 'The survey takes no forms just now',
  'answering.interruptedText':
    'The key that forms are sealed for is not at hand, so none is taken for the moment and none gets lost. Somebody is looking after it. Please keep the link and come back later.',
  'answering.interruptedKept':
    'The survey takes no forms just now, so that none gets lost. Your answers are still on this page; please send them again later.',
  'answering.results': 'Read the published results',
  'answering.noResults':
    'Results have not been published. If the organiser publishes them, they will be found at this very link.',
  'answering.wrongLink': 'Survey not found',
  'answering.wrongLinkText':
    'The link may lack a character or have a wrong one. Scan the QR code again, open the original message, or ask whoever sent it.',
  'answering.busy': 'The system is busy',
  'answering.busyText':
    'Wait a minute and load the page again. If you were sending a form: press the browser’s back button, your answers are still on that page, and send once more.',
  'answering.again': 'Load again',
  'issue.code-missing': 'The code printed on your slip is missing.',
  'issue.code-group-missing': 'Group {group} of the code is missing.',
  'issue.code-group-too-short': 'Group {group} of the code is too short: each has five signs.',
  'issue.code-group-too-long': 'Group {group} of the code is too long: each has five signs.',
  'issue.code-group-unknown-sign':
    'Group {group} of the code has a sign no code has (an accent, Đ, U, punctuation). Please turn off the Vietnamese keyboard and type that group again.',
  'issue.code-group-mistyped':
    'Group {group} of the code is not right: its last sign, the check sign, does not fit. Please compare that group with your slip.',
  'issue.code-group-too-many': 'The code is too long from group {group} on: it has four groups.',
  'issue.code-groups':
    'Groups {groups} of the code are not right. Please compare with your slip: four groups of five signs.',
  'issue.code-unknown':
    'This code does not belong to this survey, or the slip was exchanged. Please look at the title on your slip, or ask the organiser.',
  'issue.code-voided': 'This slip was voided in exchange for another. Please use the new one.',
  'issue.already-counted':
    'This slip has been used: a form sent under its code was received. If you sent it yourself there is nothing more to do; otherwise please tell the organiser.',
  'issue.credential-invalid':
    'The server does not recognise the credential that came with your form, so the form has not been counted. It may have been altered on its way, the credential on this device may be damaged or of another survey, or the server was restored from an older state. Please press “Send again” in another network (mobile data instead of your office’s Wi-Fi). If that does not help, open your personal link on another device or browser and type the recovery code, or tell the organiser that you saw this line; do not send them your answers. Your answers are still here on this page.',
  'issue.required': 'An answer is needed.',
  'issue.too-many-choices': 'Choose at most {most}.',
  'issue.exclusive-option': 'The choice marked “on its own” does not go with others.',
  'issue.duplicate-place': 'Place {place} is already taken.',
  'issue.places-missing': 'All {places} places have to be given.',
  'issue.too-long': 'Too long: at most {most} characters.',
  'issue.not-a-number': 'Write a number only, such as 85 or 7.5.',
  'issue.out-of-range': 'Write a number from {min} to {max}.',
  'issue.off-step': 'Write a number in steps of {step}.',
  'issue.wrong-type': 'The answer has the wrong form. Please choose or write it again.',
  'issue.unknown-option': 'This choice is not part of the form. Please choose again.',
  'issue.duplicate-option': 'One choice was sent twice. Please choose again.',
  'issue.unknown-row': 'A row does not belong to this form. Please load the page again.',
  'issue.unknown-question': 'A question does not belong to this form. Please load the page again.',
  'issue.unknown-field': 'A field does not belong to this form. Please load the page again.',
  'answering.plan': 'Which groups do results tell apart?',
  'answering.planText':
    'Beside units, results are compared by {questions} alone. Every group needs at least {least} forms; once open, nobody divides in another way.',
  'answering.planQuestion': 'question {number} (“{text}”)',
  'answering.planNone': 'Results are shown by unit and tell no other groups of respondents apart.',
  'answering.planInterim':
    'Before the close, interim figures come out on {days}, of units with at least 100 forms alone, not broken down.',
  'answering.readersInterim':
    'Counts come after the survey has closed and on the interim days named below, of groups of at least {threshold} forms alone ({sensitive} for sensitive questions). Written opinions are taken from their form and redacted before they go anywhere.',
  'answering.readersEarlier': 'Large units have interim figures on the announced days.',
} satisfies Translation<typeof vi>;
