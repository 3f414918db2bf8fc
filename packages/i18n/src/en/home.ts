import type { home as vi } from '../vi/home.ts';
import type { Translation } from '../translation.ts';

export const home = {
  'home.title': 'Speak openly, stay unnamed',
  'home.lead':
    'Dân Bàn lets schools, unions and the Fatherland Front ask with anonymous forms: everyone can speak, the results point at no one, and everyone can see them.',
  'home.signIn': 'Sign in, for organizers',
  'home.haveLink': 'Invited to answer? Just open the link or scan the QR code you received. No account is needed.',
  'home.motto': 'The people know, discuss, verify',
  'home.know': 'Know',
  'home.knowText': 'Who asks, why, and who will read it stand above the first question. Published results are for all.',
  'home.discuss': 'Discuss',
  'home.discussText': 'An old phone will do, a few minutes are enough. Skip any question you would rather not answer.',
  'home.inspect': 'Verify',
  'home.inspectText':
    'Questions are locked when a survey opens; nobody can change them. Published results stay as they were counted.',
  'home.how': 'How a form is kept apart from who wrote it',
  'home.how.1': 'No name, no account',
  'home.how.1Text': 'The answering page uses no cookie and keeps no address, no kind of phone, no time of sending.',
  'home.how.2': 'Forms are sealed',
  'home.how.2Text':
    'A form is locked when it arrives and mixed before it is opened. No order is left, no first, no last.',
  'home.how.3': 'Only counts',
  'home.how.3Text': 'Nobody reads single forms. Leaders see totals only, and only after the survey has closed.',
  'home.how.4': 'Small groups stay unnamed',
  'home.how.4Text': 'A unit with too few forms shows no figures of its own, so that nobody can be guessed.',
  'home.published': 'Published results',
  'home.closedOn': 'closed on {date}',
  'public.skip': 'Skip to the content',
  'public.otherLang': 'Tiếng Việt',
  'public.foot': 'Dân Bàn: ask people, protect who answers, publish the results.',
} satisfies Translation<typeof vi>;
