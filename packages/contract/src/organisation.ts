import { states } from '@danban/access';
import { z } from 'zod';
import { pageView } from './page.ts';

export const roles = ['admin', 'organizer', 'drafter', 'leader', 'moderator', 'inspector', 'collector'] as const;
export type Role = (typeof roles)[number];

/** The types of unit we have words for; a province may have types of its own. */
export const unitTypes: readonly string[] = [
  'organisation',
  'people_committee',
  'department',
  'office',
  'district_office',
  'upper_secondary',
  'continuing_centre',
  'preschool',
  'primary',
  'lower_secondary',
  'commune_committee',
  'other',
];

export const bodyKinds = [
  'union',
  'front',
  'youth_union',
  'people_inspection',
  'parent_board',
  'administration',
  'other',
] as const;
export type BodyKind = (typeof bodyKinds)[number];

/** The code of a unit or body: what stands in addresses, files and letters. */
export const idShape = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/** ASCII and one case: what a person types on a strange keyboard. An e-mail address is fine too. */
export const loginShape = /^[a-z0-9][a-z0-9._@+-]{2,99}$/;

/** A role held in a scope: the subtree under `unitId`, acting for `bodyId` where the role belongs to a body. */
export const grantView = z.object({ role: z.enum(roles), unitId: z.string(), bodyId: z.string().nullable() });
export type GrantView = z.infer<typeof grantView>;

/** The same with the names people know. */
export const heldGrantView = grantView.extend({ unit: z.string(), body: z.string().nullable() });
export type HeldGrantView = z.infer<typeof heldGrantView>;

export const meView = z.object({
  id: z.string(),
  name: z.string(),
  login: z.string(),
  grants: z.array(grantView),
  /** Until she has a second factor she may do nothing but add one. */
  mustAddFactor: z.boolean(),
});
export type MeView = z.infer<typeof meView>;

/** The login that goes with a link to choose a password. */
export const linkLoginView = z.object({ login: z.string() });
export type LinkLoginView = z.infer<typeof linkLoginView>;

/** Signed in but for the code from the phone. */
export const codeDueView = z.object({ next: z.literal('code') });

export const browsers = ['chrome', 'coccoc', 'edge', 'firefox', 'safari', 'samsung', 'opera', 'zalo', 'other'] as const;
export type Browser = (typeof browsers)[number];

export const systems = ['windows', 'mac', 'linux', 'chromebook', 'android', 'iphone', 'ipad', 'other'] as const;
export type System = (typeof systems)[number];

/** By what somebody came in. */
export const ways = ['set-up', 'password', 'link', 'passkey', 'sso'] as const;
export type Way = (typeof ways)[number];

/** One of a person's own sessions, by what it began. `usedAt` is exact to half an hour; `here`: the one that asks. */
export const sessionView = z.object({
  id: z.string(),
  browser: z.enum(browsers),
  system: z.enum(systems),
  way: z.enum(ways),
  startedAt: z.string(),
  usedAt: z.string(),
  here: z.boolean(),
});
export type SessionView = z.infer<typeof sessionView>;

/** What proves, beside a password or a link, that it is she. `fresh`: she signed in just now, so it may be changed. */
export const factorsView = z.object({
  phone: z.boolean(),
  recoveryCodes: z.number().int(),
  fresh: z.boolean(),
  /** The house asks for a second factor, so the last one stays. */
  needed: z.boolean(),
});
export type FactorsView = z.infer<typeof factorsView>;

/** Keys that let a person in by themselves, as she named them; `possible`: browsers give keys to this address. */
export const passkeysView = z.object({
  possible: z.boolean(),
  passkeys: z.array(z.object({ id: z.string(), name: z.string(), createdOn: z.string() })),
});
export type PasskeysView = z.infer<typeof passkeysView>;

/** Where people may sign in beside here; null: nowhere. */
export const ssoView = z.object({ name: z.string().nullable() });
export type SsoView = z.infer<typeof ssoView>;

/** The provider's address somebody is led to. */
export const ssoBegunView = z.object({ address: z.url() });
export type SsoBegunView = z.infer<typeof ssoBegunView>;

/** What comes next for who is back from the provider: a page of ours, the code from her phone, or a question. */
export const ssoAnsweredView = z.object({ next: z.enum(['place', 'code', 'link']), place: z.string().nullable() });
export type SsoAnsweredView = z.infer<typeof ssoAnsweredView>;

/**
 * Whether a person's own account is linked, and whom the provider named just now, to be linked when she says yes.
 * `name`: of the provider, null where there is none; `verified`: it stands by what is shown.
 */
export const ownSsoView = z.object({
  name: z.string().nullable(),
  linkedOn: z.string().nullable(),
  asked: z.object({ shown: z.string(), verified: z.boolean() }).nullable(),
});
export type OwnSsoView = z.infer<typeof ownSsoView>;

/** What is entered into an app that shows codes: as a picture to scan, and as letters to type. */
export const phoneSetUpView = z.object({ key: z.string(), address: z.string(), qr: z.string() });
export type PhoneSetUpView = z.infer<typeof phoneSetUpView>;

/** Shown once, and kept by their hash alone. */
export const recoveryCodesView = z.object({ codes: z.array(z.string()) });

/** What an administrator sees of somebody's; `sso`: linked with a provider of sign-in. */
export const accountFactorsView = z.object({ phone: z.boolean(), passkeys: z.number().int(), sso: z.boolean() });
export type AccountFactorsView = z.infer<typeof accountFactorsView>;

export const houseRulesView = z.object({ adminsNeedSecondFactor: z.boolean(), mayChange: z.boolean() });
export type HouseRulesView = z.infer<typeof houseRulesView>;

/** A unit as it stands on the day asked for. `headcount` counts people, `null` where unknown. */
export const unitView = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  type: z.string(),
  name: z.string(),
  shortName: z.string(),
  headcount: z.object({
    staff: z.number().int().nullable(),
    students: z.number().int().nullable(),
    households: z.number().int().nullable(),
  }),
});
export type UnitView = z.infer<typeof unitView>;

/** A unit to be chosen: `above` are the names of the units over it, nearest first. */
export const unitChoiceView = z.object({ id: z.string(), name: z.string(), above: z.array(z.string()) });
export type UnitChoiceView = z.infer<typeof unitChoiceView>;

export const bodyView = z.object({
  id: z.string(),
  kind: z.string(),
  name: z.string(),
  unitId: z.string(),
  canOrganise: z.boolean(),
});
export type BodyView = z.infer<typeof bodyView>;

export const accountView = z.object({
  id: z.string(),
  name: z.string(),
  login: z.string(),
  active: z.boolean(),
  grants: z.array(heldGrantView),
});
export type AccountView = z.infer<typeof accountView>;

/** What somebody who leaves is responsible for. `elsewhere`: surveys in units of other administrators, which stay with her. */
export const handoverView = z.object({
  leaver: accountView,
  surveys: z.array(
    z.object({
      id: z.string(),
      title: z.object({ vi: z.string(), en: z.string().optional() }),
      state: z.enum(states),
      body: z.string(),
      unit: z.string(),
      opensAt: z.string().nullable(),
    }),
  ),
  elsewhere: z.number().int(),
});
export type HandoverView = z.infer<typeof handoverView>;

/** How many surveys went over. */
export const handedOverView = z.object({ surveys: z.number().int() });

const branchRow = unitView.extend({ below: z.number().int() });

/** One unit of the tree with what hangs directly under it; without a unit the roots. `below` counts units. */
export const branchView = z.object({
  unit: unitView.nullable(),
  above: z.array(z.object({ id: z.string(), name: z.string() })),
  bodies: z.array(bodyView),
  units: pageView(branchRow),
});
export type BranchView = z.infer<typeof branchView>;
