import { z } from 'zod';
import type { OpinionDraft } from './draft.ts';
import { criteria, opinionForms, organisationKinds, overallStances } from './words.ts';

const count = z.int().min(0);

/** A clause as the version that was asked about called it. */
const clauseNamed = z.object({ key: z.string(), path: z.string(), name: z.string() });
export type ClauseNamed = z.infer<typeof clauseNamed>;

const point = z.object({
  id: z.string(),
  clause: clauseNamed.nullable(),
  opinion: z.string(),
  reason: z.string(),
  wording: z.string(),
});
export type OpinionPoint = z.infer<typeof point>;

/** An official opinion as it was sent: what is stored and hashed. */
export const officialOpinion = z.object({
  schema: z.literal(1),
  organisation: z.object({ name: z.string(), kind: z.enum(organisationKinds) }),
  letter: z.object({ number: z.string(), date: z.string() }),
  signer: z.object({ name: z.string(), office: z.string() }),
  mandate: z.string(),
  form: z.enum(opinionForms),
  metOn: z.string().nullable(),
  votes: z.object({ present: count, for: count, against: count, abstain: count }).nullable(),
  dissent: z.string(),
  stance: z.enum(overallStances),
  criteria: z.record(z.enum(criteria), z.string()),
  points: z.array(point),
  proposals: z.string(),
  attachment: z.object({ name: z.string(), media: z.string(), size: count, sha256: z.string() }).nullable(),
  /** The version it is about; null where none was published. */
  version: z.object({ number: count, label: z.string(), tree: z.string() }).nullable(),
});
export type OfficialOpinion = z.infer<typeof officialOpinion>;

export interface OpinionContext {
  readonly organisation: OfficialOpinion['organisation'];
  readonly attachment: OfficialOpinion['attachment'];
  readonly version: OfficialOpinion['version'];
  /** Every clause that may be named, by its key. */
  readonly clauses: ReadonlyMap<string, ClauseNamed>;
}

function votesOf({ votes }: OpinionDraft): OfficialOpinion['votes'] {
  if (votes.present === '') return null;
  const [present, agree, against, abstain] = [votes.present, votes.for, votes.against, votes.abstain].map(Number);
  return { present: present!, for: agree!, against: against!, abstain: abstain! };
}

/** A draft without issues as it is sent. Throws ZodError for a draft that has some. */
export function opinionOf(draft: OpinionDraft, context: OpinionContext): OfficialOpinion {
  const { clauses, ...rest } = context;
  return officialOpinion.parse({
    schema: 1,
    ...rest,
    letter: { number: draft.letterNumber, date: draft.letterDate },
    signer: { name: draft.signer, office: draft.office },
    ...{ mandate: draft.mandate, form: draft.form, stance: draft.stance },
    metOn: draft.form === 'written' ? null : draft.metOn,
    votes: votesOf(draft),
    dissent: draft.dissent.trim(),
    criteria: Object.fromEntries(criteria.map((one) => [one, draft.criteria[one].trim()])),
    points: draft.points.map(({ id, clause, opinion, reason, wording }) => ({
      ...{ id, clause: clause === null ? null : clauses.get(clause) },
      ...{ opinion: opinion.trim(), reason: reason.trim(), wording: wording.trim() },
    })),
    proposals: draft.proposals.trim(),
  });
}

/** What a correction begins with: everything that was said before. */
export function draftOf(opinion: OfficialOpinion): OpinionDraft {
  const { letter, signer, votes, metOn, points } = opinion;
  const said = (count: number | undefined): string => (count === undefined ? '' : String(count));
  return {
    ...{ letterNumber: letter.number, letterDate: letter.date, signer: signer.name, office: signer.office },
    ...{ mandate: opinion.mandate, form: opinion.form, metOn: metOn ?? '', dissent: opinion.dissent },
    votes: {
      ...{ present: said(votes?.present), for: said(votes?.for) },
      ...{ against: said(votes?.against), abstain: said(votes?.abstain) },
    },
    ...{ stance: opinion.stance, criteria: opinion.criteria, proposals: opinion.proposals },
    points: points.map(({ clause, ...rest }) => ({ ...rest, clause: clause?.key ?? null })),
  };
}
