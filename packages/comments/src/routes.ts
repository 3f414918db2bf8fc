/** Where an opinion goes once it has been read (domain of written opinions, §4.8 of the sector's rules). */
export const routes = [
  'answer',
  'transfer',
  'complaint_like',
  'denunciation_like',
  'denunciation_no_evidence',
  'urgent_child',
] as const;
export type Route = (typeof routes)[number];

/** The only reasons for which an opinion is withheld. Criticism is none of them. */
export const reasons = ['personal_data', 'abusive', 'secret', 'spam', 'unlawful_threat'] as const;
export type Reason = (typeof reasons)[number];

/** What becomes of an opinion: a route, or a reason why it is withheld. */
export const decisions = [...routes, ...reasons] as const;
export type Decision = Route | Reason;

const ofReason: ReadonlySet<string> = new Set(reasons);
const published: ReadonlySet<Decision> = new Set<Decision>(['answer', 'transfer']);
const sealed: ReadonlySet<Decision> = new Set<Decision>(['denunciation_like', 'urgent_child']);

export const isReason = (decision: Decision): decision is Reason => ofReason.has(decision);

/**
 * Whether the masked words are published. What reads like a complaint or a denunciation goes its lawful way and is told of in
 * numbers: published it would judge somebody unheard, or name its writer.
 */
export const isPublished = (decision: Decision): boolean => published.has(decision);

/** Whether a sealed copy is handed on by somebody who answers for it: to whom it may concern, or to who protects children. */
export const isHandedOn = (decision: Decision): boolean => sealed.has(decision);
