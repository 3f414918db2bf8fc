import type { urgent as vi } from '../vi/urgent.ts';
import type { Translation } from '../translation.ts';

export const urgent = {
  'urgent.title': 'Urgent message',
  'urgent.link': 'Write an urgent message to the child-protection contact',
  'urgent.linkHint': '(opens a page of its own, no part of the form)',
  'urgent.lead': 'For what cannot wait: a child is beaten, abused, forced to something, or means to harm herself.',
  'urgent.call':
    'If there is danger now, call instead of writing. Calling 111 is free, and somebody answers day and night.',
  'urgent.notAnswer': 'This message is no part of your answers.',
  'urgent.notAnswerText':
    'The system keeps nothing that would connect it with a form. But what you write is known to whoever reads it: its content is not anonymous.',
  'urgent.who': 'Who reads it:',
  'urgent.whoText':
    '{name} alone, the child-protection contact, by e-mail that leaves at once. Neither the organizer of the survey nor leaders can read it in this system.',
  'urgent.phone': 'Call {name} directly:',
  'urgent.kept': 'What is kept:',
  'urgent.keptText':
    'the message is sealed until the letter has left, then deleted here; after that it is only in the mailbox of whoever receives it. The letter shows when it was sent; no network address and no device.',
  'urgent.message': 'What is happening?',
  'urgent.messageHint': 'Who needs help, where, since when. Write as much as you know, up to {max} characters.',
  'urgent.reach': 'If you want to be contacted: a telephone number or another way',
  'urgent.reachHint': 'May be left empty. Then nobody can ask you or tell you anything.',
  'urgent.send': 'Send the urgent message',
  'urgent.back': 'Back to the survey',
  'urgent.errors': 'The message has not been sent',
  'urgent.empty': 'Please write a few lines about what is happening.',
  'urgent.tooLong': 'Too long: at most {max} characters.',
  'urgent.tooMany':
    'Too many messages are coming in at once. What you wrote is still below; please send it again in a minute, or call 111.',
  'urgent.failed': 'The system is busy. What you wrote is still below; please send it again in a minute, or call 111.',
  'urgent.accepted': 'Your urgent message has been accepted',
  'urgent.acceptedText':
    'It is on its way to {name} by e-mail. That usually takes a few minutes, but nobody can promise that it is read at once.',
  'urgent.acceptedCall': 'If it is happening now or somebody is hurt, please call at once:',
  'urgent.acceptedClose':
    'Nothing of this message stays on this device. On a shared computer, please close the whole browser window.',
  'urgent.off': 'No urgent messages here',
  'urgent.offText': 'This survey has nobody to receive urgent messages. Please call:',
  'urgent.letter.subject': 'Urgent message about a child, to be read at once',
  'urgent.letter.lead':
    'Somebody has just written the message below on the page “Urgent message” beside the survey “{title}” of {body}, asked at {unit}.',
  'urgent.letter.message': 'The message, word for word:',
  'urgent.letter.reach': 'The writer wants to be contacted by: {reach}',
  'urgent.letter.noReach': 'The writer has left no way to be contacted.',
  'urgent.letter.what':
    'If there is danger, please call 111 (child protection), 113 (police), 115 (ambulance) and follow your child-protection procedure.',
  'urgent.letter.kept':
    'The system does not know who wrote it and connects it with no answer. Once this letter has left, the system keeps nothing of it. Please do not reply to this letter, and do not pass it on to anybody who is not responsible.',
  'urgent.contact.title': 'Who receives urgent messages',
  'urgent.contact.lead':
    'Beside surveys of parents and pupils there may be a page “Urgent message”. Each message goes at once by e-mail to the child-protection contact named here, and nobody can read it in the system.',
  'urgent.contact.card': 'Whom letters go to',
  'urgent.contact.name': 'Name and office',
  'urgent.contact.nameHint': 'Whoever writes a message sees this name.',
  'urgent.contact.email': 'E-mail address',
  'urgent.contact.emailHint': 'Better a mailbox that is opened every day, holidays as well.',
  'urgent.contact.phone': 'Telephone, if there is one',
  'urgent.contact.phoneHint': 'Whoever writes a message sees this number.',
  'urgent.contact.save': 'Save the contact',
  'urgent.contact.saved': 'Saved. Surveys with urgent messages use this contact from now on.',
  'urgent.contact.removed': 'Nobody is named any more. Pages of surveys show 111, 113, 115 alone.',
  'urgent.contact.none': 'Nobody is named yet, so no survey takes urgent messages.',
  'urgent.contact.remove': 'Name nobody any more…',
  'urgent.contact.removeText':
    'Open surveys will show 111, 113, 115 alone. Messages that have not left wait for a new contact.',
  'urgent.contact.removeDo': 'Take this contact away',
  'urgent.contact.noMail':
    'There is no server of mail, so no survey takes urgent messages. Whoever runs the server has to set DANBAN_SMTP_URL and DANBAN_MAIL_FROM.',
  'urgent.contact.refused': 'The server of mail says that there is no mailbox at this address. Please correct it now.',
  'urgent.contact.waiting':
    '{count} urgent messages have not left yet, the first since {day}. The system keeps trying; please look at the server of mail.',
  'urgent.contact.nothingWaiting': 'No message is waiting to leave.',
  'urgent.contact.onlyTop': 'Only an administrator of the whole installation can change this.',
  'urgent.test.title': 'Send a test letter',
  'urgent.test.lead':
    'A letter that says it is a test goes to the contact above, to see whether mail gets through. It counts as no urgent message.',
  'urgent.test.do': 'Send a test letter',
  'urgent.test.sent':
    'The server of mail has taken the test letter. Please ask the contact whether it has arrived, and not among junk mail.',
  'urgent.test.refused':
    'The test letter came back: the server of mail says that nobody takes letters at this address.',
  'urgent.test.away':
    'The server of mail did not take the test letter: it is not to be reached, or does not let this system send. Urgent messages cannot leave now, either. Please tell whoever runs the server.',
  'urgent.test.letter.subject': '[TEST] Trying this mailbox, nothing has happened',
  'urgent.test.letter.mark': 'THIS IS A TEST LETTER. No child is in danger, and nobody has written a message.',
  'urgent.test.letter.why':
    'Dear {name}, an administrator of Dân Bàn sends this letter to see whether urgent messages about children reach this mailbox.',
  'urgent.test.letter.real':
    'A real message never says “test letter”. When one arrives, please read it at once and follow your child-protection procedure.',
  'urgent.test.letter.then':
    'Please tell the administrator that it has arrived. If it lay among junk mail, please mark it as not junk. There is no need to reply.',
  'urgent.edit': 'Take urgent messages about children beside the form',
  'urgent.editHint':
    'The page of the survey shows 111, 113, 115 and a way to write to the child-protection contact. An urgent message is no part of an answer, and you cannot read it.',
  'urgent.edit.no-mail': 'It cannot be turned on: there is no server of mail yet. Please ask your administrator.',
  'urgent.edit.no-contact':
    'It cannot be turned on: nobody is named to receive urgent messages. Please ask your administrator to do so under Units.',
} satisfies Translation<typeof vi>;
