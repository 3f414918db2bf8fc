import { z } from 'zod';

const named = z.strictObject({ id: z.string(), name: z.string() });
export type Named = z.infer<typeof named>;

/** Who acted, named as at that time, and the role that allowed it; `body` is the one spoken for. */
const actor = named.extend({ role: z.string().nullable(), body: named.nullable() });
export type AuditActor = z.infer<typeof actor>;

/**
 * One act as it was recorded. `actor` is null where the installation itself acted (a job, the console), `unit` where no
 * single unit is concerned. `salt`, 16 random bytes in hex, keeps a content hash from being guessed back into its act.
 * The shape of `details` is `acts[act].details`; here it is any flat JSON, so that a file of a newer version is read.
 */
export const auditEvent = z.strictObject({
  at: z.iso.datetime({ precision: 3 }),
  actor: actor.nullable(),
  act: z.string(),
  object: named.extend({ kind: z.string() }),
  unit: named.nullable(),
  details: z.record(z.string(), z.json()),
  salt: z.string().regex(/^[0-9a-f]{32}$/),
});
export type AuditEvent = z.infer<typeof auditEvent>;
