import type { MessageKey } from '@danban/i18n';
import type { Told, PersonalKind } from '@danban/text';

/** What each kind is called to its writer. What a person marks by hand is never found here. */
export const kindNames = {
  person: 'caution.person',
  phone: 'caution.phone',
  email: 'caution.email',
  link: 'caution.link',
  citizenId: 'caution.citizenId',
  identityCard: 'caution.identityCard',
  healthCard: 'caution.healthCard',
  socialInsurance: 'caution.socialInsurance',
  taxCode: 'caution.taxCode',
  bankAccount: 'caution.bankAccount',
  bankCard: 'caution.bankCard',
  plate: 'caution.plate',
  birthDate: 'caution.birthDate',
  address: 'caution.address',
  class: 'caution.class',
  self: 'caution.self',
} as const satisfies Record<Exclude<PersonalKind, 'other'>, MessageKey>;

type Named = keyof typeof kindNames;

/** "a name (“Lan”), a telephone number (“0912…”)": the same words with and without scripts. */
export function toldWords(told: readonly Told[], nameOf: (kind: Named) => string): string {
  return told
    .map(({ kind, pieces }) => {
      const quoted = pieces.map((piece) => `“${piece}”`).join(', ');
      return kind === 'other' ? quoted : `${nameOf(kind)} (${quoted})`;
    })
    .join(', ');
}
