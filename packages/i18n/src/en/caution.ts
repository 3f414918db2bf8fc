import type { caution as vi } from '../vi/caution.ts';
import type { Translation } from '../translation.ts';

export const caution = {
  'caution.title': 'Please look again before sending',
  'caution.text':
    'Nothing has been sent yet. Some of your words may make you or somebody else recognisable; they are marked. Better leave them out or say it more generally, then press “Send the form”. If you find it necessary you can still send them.',
  'caution.told': 'This seems to hold {what}. Readers might recognise you or somebody else.',
  'caution.settled': 'Nothing is left here that would easily tell who somebody is.',
  'caution.rewrite': 'Change it',
  'caution.asIs': 'Send as it is',
  'caution.person': 'a name',
  'caution.phone': 'a telephone number',
  'caution.email': 'an e-mail address',
  'caution.link': 'a personal page',
  'caution.citizenId': 'a citizen ID number',
  'caution.identityCard': 'an identity card number',
  'caution.healthCard': 'a health insurance number',
  'caution.socialInsurance': 'a social insurance number',
  'caution.taxCode': 'a tax code',
  'caution.bankAccount': 'a bank account',
  'caution.bankCard': 'a bank card number',
  'caution.plate': 'a number plate',
  'caution.birthDate': 'a date of birth',
  'caution.address': 'a home address',
  'caution.class': 'a class',
  'caution.self': 'who you are',
} satisfies Translation<typeof vi>;
