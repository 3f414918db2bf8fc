import { bodyKinds, idShape } from '@danban/contract';
import { cleanText } from '@danban/text';
import { z } from 'zod';

/** A name as people see it: one line of clean NFC text. */
export const nameText = z
  .string()
  .max(2000)
  .transform((text) => cleanText(text).replace(/\s+/g, ' ').trim())
  .pipe(z.string().min(1).max(300));

export const idText = z.string().regex(idShape);

const day = z.iso.date();
const count = z.number().int().min(0).max(10_000_000).nullable();
const note = z.unknown().optional();

const headcount = z.strictObject({
  staff: count.optional(),
  students: count.optional(),
  households: count.optional(),
});

const formerName = z.strictObject({ name_vi: nameText, shortName: nameText, until: day });

const place = z.strictObject({ parentId: idText.nullable(), from: day, to: day.nullable() });

const unit = z.strictObject({
  id: idText,
  type: z.string().min(1).max(100),
  name_vi: nameText,
  shortName: nameText,
  docCode: nameText.optional(),
  budgetGroup: z.string().max(100).optional(),
  headcount: headcount.optional(),
  parentId: idText.nullable(),
  validFrom: day,
  validTo: day.nullable().default(null),
  parentHistory: z.array(place).min(1).max(50).optional(),
  formerNames: z.array(formerName).max(50).default([]),
  successorIds: z.array(idText).max(50).default([]),
  // Known to the file, not to the product yet.
  fictional: note,
  level: note,
  area: note,
  smallCellCase: note,
  replaces: note,
  reportingHub: note,
  reportCollector: note,
});

const body = z.strictObject({
  id: idText,
  kind: z.enum(bodyKinds),
  name_vi: nameText,
  unitId: idText,
  parentId: idText.nullable().default(null),
  canOrganise: z.boolean().default(false),
  canCritique: z.boolean().default(false),
  canAudit: z.boolean().default(false),
  validFrom: day.nullable().default(null),
  validTo: day.nullable().default(null),
  members: note,
  requiresApproval: note,
  coCollector: note,
  validToCertainty: note,
  successorIds: note,
});

/** The JSON form of an organisation: units in a tree that changes by days, and the bodies that may ask. */
export const organisationFile = z.strictObject({
  schemaVersion: z.literal(1),
  units: z.array(unit).max(10_000),
  bodies: z.array(body).max(30_000).default([]),
  asOfDefault: note,
  note,
  unitTypes: note,
  bodyKinds: note,
  budgetGroups: note,
  reporting: note,
  events: note,
});

export type OrganisationFile = z.infer<typeof organisationFile>;
export type FileUnit = OrganisationFile['units'][number];
export type FileBody = OrganisationFile['bodies'][number];
