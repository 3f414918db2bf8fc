import type { credential as vi } from '../vi/credential.ts';
import type { Translation } from '../translation.ts';

export const credential = {
  'credential.checking': 'Comparing this page with what was promised at the opening…',
  'credential.noScript': 'This page needs JavaScript',
  'credential.noScriptText':
    'In this survey the credential is covered on your own device before it is signed, so the browser has to run JavaScript. Please turn it on, use another browser (a recent Chrome, Safari, Firefox or Cốc Cốc), or ask the organiser for another way to answer, such as a printed slip. Nothing has been sent.',
  'credential.cannot': 'This browser cannot open the form',
  'credential.cannotText':
    'This survey needs a secure connection (https) and a browser that lets the page cover and keep a credential. Please open your personal link in another or a newer browser, not inside a messaging app; or ask the organiser for another way to answer, such as a printed slip. Nothing has been sent.',
  'credential.link': 'A personal link is needed',
  'credential.linkText':
    'Everybody on the list has a personal link in the invitation. Please open it from there, or paste the whole link here. The link is not kept on this device once it is open.',
  'credential.linkField': 'The personal link of your invitation',
  'credential.linkOpen': 'Open with this link',
  'credential.linkWrong':
    'This is no personal link of this survey. Please copy the whole link, with what stands behind #.',
  'credential.doubt': 'This page does not match, so nothing is sent',
  'credential.doubt.opening':
    'What the server shows as the promise of the opening is not what your link names. The link may have been copied wrongly; or the server shows you a promise of your own.',
  'credential.doubt.questions':
    'The questions on this page are not the ones promised at the opening. Whoever is asked questions of her own could be recognised by them.',
  'credential.doubt.key':
    'The key the server shows for signing is not the common one promised at the opening. Whoever gets a key of her own could be recognised by it.',
  'credential.doubtDo':
    'No answer has been sent. Please open the link from your invitation again; if you still see this, do not answer, and tell the organiser or the people’s inspection board.',
  'credential.unreachable': 'The server could not be asked. Nothing has been sent.',
  'credential.tryAgain': 'Try again',
  'credential.collect': 'Collect my credential',
  'credential.collectText': 'This page matches what was promised at the opening. Please read this first:',
  'credential.known': 'What the list knows',
  'credential.knownText':
    'That you are on it and, once you press the button, that you have collected. No time, no answer. At the close the marks become one number.',
  'credential.blind': 'Why it does not lead to the form',
  'credential.blindText':
    'The credential is covered on this device before it is signed, so whoever signs does not see what. The form follows in a request of its own, with no name and no personal link.',
  'credential.shared': 'Shared computer: keep nothing on it',
  'credential.sharedText':
    'Credential and answers stay in this tab and go with it; to go on you need your personal link and the recovery code.',
  'credential.recover': 'Collected on another device, or before?',
  'credential.recoverText': 'Type the recovery code you noted when collecting: six groups of five signs.',
  'credential.recoverField': 'Recovery code',
  'credential.recoverDo': 'Collect again',
  'credential.code': 'Note your recovery code',
  'credential.codeText':
    'This code was made on this device just now and is sent nowhere. With it and your personal link you get the credential back on another device. Without device and code there is no second one: the system keeps nothing that says which is yours.',
  'credential.codeSecret': 'Show the code to nobody: whoever has it may find out how you answered.',
  'credential.copy': 'Copy the code',
  'credential.copied': 'The code is copied.',
  'credential.copyFailed': 'It could not be copied; please write it down.',
  'credential.print': 'Print the code',
  'credential.noted': 'I have noted it, collect',
  'credential.collecting': 'Collecting…',
  'credential.waiting': 'The network is weak; trying again in a few seconds. Please leave this page open.',
  'credential.failed': 'Not collected yet. Please press again when there is a network; it stays one credential.',
  'credential.collected': 'Collected. Please answer below.',
  'credential.nowOrLater':
    'You can answer and send at once. To be harder to guess, send at another time: the credential is kept on this device.',
  'credential.later': 'Later',
  'credential.laterTitle': 'The credential is kept on this device',
  'credential.laterText':
    'Open this page again in this very browser before the survey closes, to answer and send. A closed page sends nothing by itself; what is not sent at the close is lost.',
  'credential.laterUntil': 'Forms are taken until {at}.',
  'credential.now': 'Answer now',
  'credential.kept': 'This device keeps a credential that has not been used',
  'credential.keptText':
    'If it is yours, please go on. If it is of somebody else who uses this device, tell them before you remove it: afterwards only their personal link with the recovery code brings it back.',
  'credential.keptDo': 'Go on with it',
  'credential.other': 'This device keeps a credential collected before and not used yet',
  'credential.otherText':
    'If you collected it yourself, please go on with it: a link gives one credential and no more. If it is of somebody else who uses this device, please collect your own by the link you have just opened: the other one stays on the device for them. Yours will then be in this tab alone, so please send before you close the page.',
  'credential.otherMine': 'It is mine, go on',
  'credential.otherOwn': 'It is somebody else’s, collect mine',
  'credential.beside':
    'This device keeps somebody else’s credential, so yours is in this tab alone. Closing or reloading the page loses it; please send before.',
  'credential.stays':
    'The credential is in this tab alone and would be lost with another language, so the page stays as it is. Please send first.',
  'credential.newCode':
    'With another language the recovery code shown now is dropped, and the page makes another one to note. Change the language?',
  'credential.unsigned':
    'The server could not sign the request: it may have been altered on its way. The link is still good. Please open it in another network (mobile data instead of your office’s Wi-Fi) or in another browser; if that does not help, tell the organiser.',
  'credential.onlyHere':
    'Shared computer: the credential is in this tab alone. Closing or reloading the page loses it.',
  'credential.notKept':
    'The browser cannot keep the credential on this device, so it is in this tab alone. Please send before you close the page.',
  'credential.group': 'Group {group} of the code is not right. Please compare it with what you noted.',
  'credential.groupMissing': 'Group {group} of the code is missing.',
  'credential.groupLong': 'The code is too long: it has six groups of five signs.',
  'credential.groups': 'Groups {groups} of the code are not right. It has six groups of five signs.',
  'credential.noCode': 'Please type the recovery code.',
  'credential.wrongCode':
    'This is not the code of what was collected with this link. Please check the code you noted, and that the link is yours.',
  'credential.taken':
    'This link has been used to collect. If that was you, go on on that device or type the recovery code below. The code shown just now is of no use. If it was not you, please tell the organiser.',
  'credential.unknown': 'There is no such invitation, or a newer one has replaced it. Please look at the newest.',
  'credential.revoked': 'This invitation is no longer valid. Please ask the organiser.',
  'credential.closed': 'The survey has closed; nothing more can be collected.',
  'credential.paused': 'The survey is paused. Please try later; the link stays good.',
  'credential.refused': 'The server has not issued a credential. Please try again in a few minutes.',
  'credential.forget': 'Remove from this device',
  'credential.forgetSure':
    'Remove the credential and your draft from this device? Only your personal link with the recovery code brings it back.',
} satisfies Translation<typeof vi>;
