/** What a piece of text may tell about somebody; `other` is what a person marks and no pattern knows. */
export const personalKinds = [
  'person',
  'phone',
  'email',
  'link',
  'citizenId',
  'identityCard',
  'healthCard',
  'socialInsurance',
  'taxCode',
  'bankAccount',
  'bankCard',
  'plate',
  'birthDate',
  'address',
  'class',
  'self',
  'other',
] as const;
export type PersonalKind = (typeof personalKinds)[number];

/** `redact`: to be masked before anybody passes it on. `warn`: may give somebody away and is for a person to judge. */
export type Level = 'redact' | 'warn';

/** A piece of a text in NFC, from `start` up to `end`, counted in UTF-16 units. */
export interface Span {
  readonly kind: PersonalKind;
  readonly level: Level;
  readonly start: number;
  readonly end: number;
}

export const byPlace = (one: Pick<Span, 'start' | 'end'>, other: Pick<Span, 'start' | 'end'>): number =>
  one.start - other.start || other.end - one.end;
