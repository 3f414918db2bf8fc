import type { people as vi } from '../vi/people.ts';
import type { Translation } from '../translation.ts';

export const people = {
  'own.title': 'My account',
  'own.lead': 'Your password, how you confirm it is you, and where you are signed in.',

  'own.password': 'Password',
  'own.passwordText': 'Changing it ends every other session of yours.',
  'own.passwordChange': 'Change password',
  'own.passwordNow': 'Present password',
  'own.passwordNone': 'Never chose one, or forgot it? Ask an administrator for a link to choose a password.',
  'own.passwordChanged': 'Your password has been changed.',
  'own.sessions': 'Where you are signed in',
  'own.sessionsText':
    'Each line is a browser that is signed in to this account. If you do not know one, sign it out and tell your administrator. Dân Bàn keeps no network address.',
  'own.here': 'the one you are using',
  'own.since': 'Signed in at {at}',
  'own.used': 'last used at about {at}',
  'own.end': 'Sign out there',
  'own.endOthers': 'Sign out everywhere else …',
  'own.endOthersText': 'Every other browser has to sign in again. The one you are using stays.',
  'own.endOthersSubmit': 'Sign out everywhere else',
  'own.noOthers': 'Nowhere else.',
  'own.ended': 'Signed out.',
  'own.device': '{browser} on {system}',

  'browser.chrome': 'Chrome',
  'browser.coccoc': 'Cốc Cốc',
  'browser.edge': 'Edge',
  'browser.firefox': 'Firefox',
  'browser.safari': 'Safari',
  'browser.samsung': 'Samsung Internet',
  'browser.opera': 'Opera',
  'browser.zalo': 'Zalo',
  'browser.other': 'A browser',
  'system.windows': 'a Windows computer',
  'system.mac': 'a Mac',
  'system.linux': 'a Linux computer',
  'system.chromebook': 'a Chromebook',
  'system.android': 'an Android phone or tablet',
  'system.iphone': 'an iPhone',
  'system.ipad': 'an iPad',
  'system.other': 'a machine of unknown kind',

  'accounts.signOut': 'Sign out everywhere …',
  'accounts.signOutText':
    '{name} has to sign in again on every machine. Password and roles stay. For a device that was lost, or a shared computer nobody signed out of.',
  'accounts.signOutSubmit': 'Sign out everywhere',
  'accounts.signedOut': 'The account is signed out everywhere.',

  'survey.responsible': 'responsible: {name}',

  'handover.offer': 'Leaving, moving or changing duties? Hand the surveys and roles of {name} over to somebody else.',
  'handover.open': 'Hand the work over',
  'handover.title': 'Handing over the work of {name}',
  'handover.lead':
    'Choose who takes over, see what goes over, and only then confirm. What was done stays under the name of who did it.',
  'handover.to': 'Who takes over',
  'handover.search': 'Find the successor by name or user name',
  'handover.nobody': 'Nobody matches. The successor needs an account in use, within what you administrate.',
  'handover.surveys': 'Surveys that go over',
  'handover.noSurveys': 'Responsible for no survey.',
  'handover.count': '{count} surveys',
  'handover.opensAt': 'opens by itself at {at}; it still does',
  'handover.elsewhere':
    '{count} surveys in units outside of yours stay. Please ask the administrator there to hand them over.',
  'handover.roles': 'Roles the successor is given',
  'handover.rolesHint': 'Clear the roles that are not to go over. The successor keeps every role held now.',
  'handover.noRoles': 'There is no role to give.',
  'handover.confirm': 'Hand over …',
  'handover.confirmText':
    'As soon as you confirm: {to} is responsible for the surveys above and has the roles chosen. {from} is signed out on every machine and cannot come in any more.',
  'handover.confirmGone':
    'As soon as you confirm: {to} is responsible for the surveys above and has the roles chosen. The account of {from} was deactivated before.',
  'handover.own': 'This is your own account: once you confirm you are out of Dân Bàn.',
  'handover.submit': 'Hand over and deactivate',
  'handover.submitGone': 'Hand over',
  'handover.done': 'Handed over. Surveys that went over: {count}.',

  'code.title': 'Type the code',
  'code.lead': 'Open the app for codes on your phone and type the six digits beside Dân Bàn.',
  'code.code': 'Code',
  'code.hint': 'Phone lost? Type one of the recovery codes you printed or wrote down. Each works once.',
  'code.submit': 'Go on',
  'code.lost': 'Neither phone nor recovery code? See your administrator in person, who can reset it.',

  'phone.title': 'Code from the phone',
  'phone.off':
    'Off. When it is on, signing in also takes the six digits your phone shows, so that who knows the password alone does not come in.',
  'phone.on': 'On. Signing in also takes the six digits your phone shows.',
  'phone.codesLeft': '{count} recovery codes are left for the day the phone is lost.',
  'phone.begin': 'Turn the code on',
  'phone.again': 'Sign in again to change it',
  'phone.againText':
    'So that nobody else changes it at a computer you left, this is done within ten minutes of signing in.',
  'phone.setUpLead': 'Three steps, about two minutes. Have your phone at hand.',
  'phone.step1': 'Install an app for codes',
  'phone.step1Text':
    'Any app for TOTP will do, for example Google Authenticator, Microsoft Authenticator, Aegis. It takes no telephone number, no message and no network.',
  'phone.step2': 'Scan this with the app',
  'phone.qr': 'QR code to be scanned with the app for codes',
  'phone.typed': 'Cannot scan? Type this key into the app (kind: time based):',
  'phone.step3': 'Type the six digits it shows',
  'phone.confirm': 'Turn the code on',
  'phone.nothing':
    'Nothing was begun, or ten minutes have passed since you signed in. Please begin again from your account.',
  'phone.done': 'The code from the phone is on',
  'phone.remove': 'Turn the code off …',
  'phone.removeText': 'From the next time on a password or a link is enough. The recovery codes end as well.',
  'phone.removeSubmit': 'Turn the code off',
  'phone.removed': 'The code from the phone is off.',
  'phone.needed':
    'Here administrators must have a code from the phone or a passkey, so the last one cannot be removed.',

  'recovery.title': 'Recovery codes',
  'recovery.text':
    'Print or copy these codes and keep them as you keep a key. They are not shown again. When the phone is lost, type one in place of the six digits; each works once.',
  'recovery.of': 'Recovery codes for Dân Bàn, {name}',
  'recovery.print': 'Print',
  'recovery.kept': 'I have put them away',
  'recovery.renew': 'Get new recovery codes …',
  'recovery.renewText': 'The old ones end at once.',
  'recovery.renewSubmit': 'Get new codes',

  'must.title': 'One more step is needed',
  'must.text':
    'Here administrators must have a code from the phone or a passkey. Please turn one of the two on below; then every page opens again.',

  'accounts.factors': 'Second step of signing in',
  'accounts.factorsOf': 'Code from the phone: {phone}. Passkeys: {passkeys}.',
  'accounts.phoneOn': 'on',
  'accounts.phoneOff': 'off',
  'accounts.reset': 'Phone or key lost: reset …',
  'accounts.resetText':
    'Removes the code from the phone, the recovery codes and the passkeys of {name}, and signs out everywhere. The person comes in again by password or a new link and turns them on anew. It goes on record.',
  'accounts.seen': 'I have met {name} in person and know who it is, not only by telephone or message.',
  'accounts.resetSubmit': 'Reset the second step',
  'accounts.factorsReset': 'Reset. The account is signed out everywhere.',

  'rules.title': 'Rules of signing in',
  'rules.lead': 'For the whole installation.',
  'rules.needed': 'Administrators must have a code from the phone or a passkey',
  'rules.neededText':
    'When it is on, an administrator who has neither is led to her account to turn one on, and may do nothing else until then.',
  'rules.on': 'On',
  'rules.off': 'Off',
  'rules.turnOn': 'Turn this rule on',
  'rules.turnOff': 'Turn this rule off',
  'rules.onlyTop': 'Only an administrator of the highest unit may change it.',
  'rules.changed': 'Saved.',

  'passkey.title': 'Passkeys',
  'passkey.text':
    'Come in by fingerprint, face or the code of your device, without a password. The key stays on your device; Dân Bàn receives neither fingerprint nor face.',
  'passkey.none': 'There is none yet.',
  'passkey.createdOn': 'added on {at}',
  'passkey.name': 'A name by which you know it later',
  'passkey.add': 'Add a passkey',
  'passkey.noScript': 'Adding one takes a browser with JavaScript.',
  'passkey.impossible': 'Passkeys cannot be used at this address: it takes https and a host name.',
  'passkey.notAdded': 'Not done: the browser stopped, or the account has this key already.',
  'passkey.notUsed': 'You are not in yet: the browser stopped, or this device has no key for Dân Bàn.',
  'passkey.added': 'The passkey is added.',
  'passkey.rename': 'Rename',
  'passkey.renamed': 'The passkey is renamed.',
  'passkey.remove': 'Remove …',
  'passkey.removeText': 'This key will no longer let you in. Delete it on your device as well.',
  'passkey.removeSubmit': 'Remove this passkey',
  'passkey.removed': 'The passkey is removed.',
  'own.way.set-up': 'when the house was set up',
  'own.way.password': 'by password',
  'own.way.link': 'by a one-time link',
  'own.way.passkey': 'by passkey',
  'own.way.sso': 'by single sign-on',

  'sso.signIn': 'Sign in with {name}',
  'sso.shared': 'At a shared computer, please sign out of {name} as well when you are done.',
  'sso.title': 'Single sign-on',
  'sso.text': 'Come into Dân Bàn by the account you have at {name}, with no other password to remember.',
  'sso.none': 'Not linked.',
  'sso.linkedOn': 'Linked with {name} since {at}.',
  'sso.link': 'Link with {name}',
  'sso.unlink': 'Unlink …',
  'sso.unlinkText':
    'From the next time on {name} does not let you in, and other places where you came in that way are signed out. Please make sure that you can still come in by password or passkey.',
  'sso.unlinkSubmit': 'Unlink',
  'sso.unlinked': 'Unlinked.',
  'sso.linked': 'Linked. Next time you can come in by {name}.',
  'sso.again':
    'If {name} does not ask for your password again, nothing can be changed yet: then please come in by password, passkey or link.',
  'sso.confirmTitle': 'Link with {name}?',
  'sso.confirmLead': 'This browser is signed in at {name} as:',
  'sso.confirmText':
    'Once linked, whoever comes into {name} by that name comes into the Dân Bàn account of {who} as well. If that is not you, please do not link.',
  'sso.confirmUnverified':
    '{name} has not verified that this address belongs to whoever is signed in: anybody may have written it there. Link only if you signed in there yourself just now.',
  'sso.confirmSubmit': 'That is me, link',
  'sso.confirmNot': 'Do not link',
  'sso.nothingAsked':
    'Nothing was begun, or more than five minutes have passed. Please begin again from the page of your account.',

  'accounts.ssoLinked': 'Single sign-on: linked.',
  'accounts.unlink': 'Unlink single sign-on …',
  'accounts.unlinkText':
    '{name} does not come in by single sign-on any more and is signed out everywhere. Password, passkeys and roles stay. To be linked again, the person links the account on her own page. It goes on record.',
  'accounts.unlinkSubmit': 'Unlink',
  'accounts.unlinked': 'Unlinked. The account is signed out everywhere.',

  'passkey.signIn': 'Come in by passkey',
} satisfies Translation<typeof vi>;
