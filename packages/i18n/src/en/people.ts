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
} satisfies Translation<typeof vi>;
