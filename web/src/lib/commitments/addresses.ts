import type { CommitmentState } from '@danban/contract';
import { asked } from '../lists.ts';

/** Where staff follow the commitments of a survey, and where they are asked for. */
export const commitmentsPage = (survey: string): string => `/lam-viec/khao-sat/${survey}/cam-ket`;
export const commitmentsApi = (survey: string): string =>
  `/lam-viec/api/surveys/${encodeURIComponent(survey)}/commitments`;

/** Where the inspection board looks into them, and where it is asked for and sent. */
export const checksPage = (survey: string): string => `/lam-viec/giam-sat/${survey}/cam-ket`;
export const checksApi = (survey: string): string => `${commitmentsApi(survey)}/checks`;

/** Where files of evidence are brought, and where staff are given them. */
export const evidenceFiles = (survey: string): string => `${commitmentsApi(survey)}/files`;

/** Which commitment is marked: the answer it stands in, by its place in the chain. */
export const chosen = 'dong';

/** The states, as addresses name them. */
export const states = {
  late: 'qua-han',
  disputed: 'chua-dung',
  open: 'dang-thuc-hien',
  kept: 'da-thuc-hien',
} as const satisfies Record<CommitmentState, string>;

/** Which state the address asks for; null: all. */
export function stateAsked(url: { searchParams: { get(name: string): string | null } }): CommitmentState | null {
  const wanted = url.searchParams.get(asked.state);
  return (Object.keys(states) as CommitmentState[]).find((state) => states[state] === wanted) ?? null;
}
