import type { people as vi } from '../vi/people.ts';
import type { Translation } from '../translation.ts';

export const people = {
  'own.title': 'My account',
  'own.lead': 'Where you are signed in, and by what.',

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
} satisfies Translation<typeof vi>;
