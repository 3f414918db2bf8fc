import type { OfficialOpinion, OpinionPoint } from './opinion.ts';
import { criteria } from './words.ts';

/** What is answered by itself in an official opinion: a point, a remark on one of the six criteria, what is proposed in general. */
export const opinionParts = ['point', ...criteria, 'proposals'] as const;
export type OpinionPart = (typeof opinionParts)[number];

export interface SaidPoint extends OpinionPoint {
  readonly part: OpinionPart;
}

/** Words about the whole draft; what they belong to is their id, and no point of its own is called so. */
const ofWhole = (part: OpinionPart, opinion: string): SaidPoint[] =>
  opinion === '' ? [] : [{ part, id: part, clause: null, opinion, reason: '', wording: '' }];

/** Everything an opinion says that is answered by itself, in the order of the letter. */
export const saidIn = ({ criteria: remarks, points, proposals }: OfficialOpinion): SaidPoint[] => [
  ...criteria.flatMap((one) => ofWhole(one, remarks[one])),
  ...points.map((point): SaidPoint => ({ part: 'point', ...point })),
  ...ofWhole('proposals', proposals),
];
