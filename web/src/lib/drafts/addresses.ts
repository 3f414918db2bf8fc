/** Where the drafts of a consultation are worked on, and where they are asked for. */
export const draftsPage = (survey: string): string => `/lam-viec/khao-sat/${survey}/du-thao`;
export const draftsApi = (survey: string): string => `/lam-viec/api/surveys/${encodeURIComponent(survey)}/drafts`;
/** A clause in the list of the version somebody works on. */
export const placeOf = (index: number): string => `doan-${index}`;
