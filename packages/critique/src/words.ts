import { cleanText } from '@danban/text';
import { z } from 'zod';

/** Which organisations are asked by name. */
export const organisationKinds = ['front', 'union', 'people_inspection', 'parent_board', 'office', 'other'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** How an organisation came to its opinion. */
export const opinionForms = ['meeting', 'conference', 'written'] as const;
export type OpinionForm = (typeof opinionForms)[number];

/** What it holds of the draft as a whole; the words people have for a clause. */
export const overallStances = ['agree', 'amend', 'disagree', 'abstain'] as const;
export type OverallStance = (typeof overallStances)[number];

/** The six criteria of social critique. Source: QĐ 217-QĐ/TW, NQLT 403/2017. */
export const criteria = ['necessity', 'conformity', 'correctness', 'feasibility', 'impact', 'harmony'] as const;
export type Criterion = (typeof criteria)[number];

/** What it says to the answers it was given. */
export const verdicts = ['satisfied', 'not_satisfied', 'escalate'] as const;
export type Verdict = (typeof verdicts)[number];

/** Most signs of each field, and most points. */
export const opinionLimits = { number: 60, name: 120, office: 160, mandate: 300, words: 4000, points: 40 } as const;

/** Words of several lines, as they may be stored. */
export const wordsOf = (most: number) => z.string().max(most).transform(cleanText);

/** The same on one line. */
export const lineOf = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => cleanText(text).replace(/\s+/g, ' ').trim());

export const clauseKey = z.string().regex(/^[a-z][0-9a-z]{1,19}$/);
