import { z } from 'zod';
import { proposalSchema, type Proposal } from './proposal.ts';

/** How far the answer to a cluster has come. */
export const replyStates = ['new', 'assigned', 'proposed', 'checked', 'approved', 'published'] as const;
export type ReplyState = (typeof replyStates)[number];

const reason = z.string().trim().min(10).max(1000);

/** What somebody does to the answer of one cluster. */
export const replyAct = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('assign'), to: z.uuid() }),
  z.strictObject({ kind: z.literal('propose'), proposal: proposalSchema }),
  z.strictObject({ kind: z.literal('check') }),
  z.strictObject({ kind: z.literal('return'), reason }),
  z.strictObject({ kind: z.literal('approve') }),
  /** Names the clause of a version that was not there when it was accepted. */
  z.strictObject({ kind: z.literal('place'), clause: z.string() }),
  /** An answer that went out is to be corrected. */
  z.strictObject({ kind: z.literal('correct'), reason }),
]);
export type ReplyAct = z.infer<typeof replyAct>;
export type ReplyActKind = ReplyAct['kind'];

export interface Step {
  readonly by: string;
  /** Which opinions the cluster held then, as a digest of them. */
  readonly members: string;
  readonly act: ReplyAct;
}

/** How it stands with the answer to a cluster. */
export interface ReplyStanding {
  readonly state: ReplyState;
  readonly assignee: string | null;
  readonly proposal: Proposal | null;
  readonly proposedBy: string | null;
  /** Why it came back, until it is proposed again. */
  readonly returned: string | null;
  /** Why an answer that went out is corrected. */
  readonly correction: string | null;
  /** Opinions came or went since it was proposed: it is to be proposed again. */
  readonly changed: boolean;
  /** The digest of the opinions it was proposed for. */
  readonly members: string | null;
}

const begun: ReplyStanding = {
  state: 'new',
  assignee: null,
  proposal: null,
  proposedBy: null,
  returned: null,
  correction: null,
  changed: false,
  members: null,
};

function after(standing: ReplyStanding, { by, members, act }: Step): ReplyStanding {
  switch (act.kind) {
    case 'assign':
      return { ...standing, state: 'assigned', assignee: act.to };
    case 'propose':
      return { ...standing, state: 'proposed', proposal: act.proposal, proposedBy: by, returned: null, members };
    case 'check':
      return { ...standing, state: 'checked' };
    case 'return':
      return { ...standing, state: 'assigned', returned: act.reason };
    case 'approve':
      return { ...standing, state: 'approved' };
    case 'place':
      return { ...standing, proposal: standing.proposal && { ...standing.proposal, clause: act.clause } };
    case 'correct':
      return { ...standing, state: 'assigned', correction: act.reason };
  }
}

const published = (standing: ReplyStanding): ReplyStanding => ({ ...standing, state: 'published', correction: null });
const underway: ReadonlySet<ReplyState> = new Set(['proposed', 'checked', 'approved']);

/**
 * @param members digest of the opinions the cluster holds now: an answer to others is proposed again
 * @param out after how many steps each of its published answers went out
 */
export function standingOf(steps: readonly Step[], members: string, out: readonly number[]): ReplyStanding {
  const standing = steps.reduce((one, step, at) => {
    const next = after(one, step);
    return out.includes(at + 1) ? published(next) : next;
  }, begun);
  const isChanged = underway.has(standing.state) && standing.members !== members;
  return isChanged ? { ...standing, state: 'assigned', changed: true } : standing;
}

/** From which states each act goes. */
const from: Readonly<Record<ReplyActKind, readonly ReplyState[]>> = {
  assign: ['new', 'assigned'],
  propose: ['assigned', 'proposed'],
  check: ['proposed'],
  return: ['proposed', 'checked', 'approved'],
  approve: ['checked'],
  place: ['proposed', 'checked', 'approved'],
  correct: ['published'],
};

/** Whether the act may be done to an answer that stands there; who may do it is another rule. */
export const goesFrom = (kind: ReplyActKind, state: ReplyState): boolean => from[kind].includes(state);

/** Nobody checks or approves her own words while somebody else could. */
export function isOwn(kind: ReplyActKind, { proposedBy }: ReplyStanding, by: string, hasOthers: boolean): boolean {
  return (kind === 'check' || kind === 'approve') && proposedBy === by && hasOthers;
}
