/** Where the drafts of a consultation are worked on, and where they are asked for. */
export const draftsPage = (survey: string): string => `/lam-viec/khao-sat/${survey}/du-thao`;
export const draftsApi = (survey: string): string => `/lam-viec/api/surveys/${encodeURIComponent(survey)}/drafts`;
/** A clause in the list of the version somebody works on. */
export const placeOf = (index: number): string => `doan-${index}`;
/** Which clause of the version before became which of the version in work. */
export const linksPage = (survey: string): string => `${draftsPage(survey)}/doi-chieu`;
/** Two versions beside each other. */
export const changesPage = (survey: string): string => `${draftsPage(survey)}/thay-doi`;
/** A file beside a draft, to be kept. */
export const attachmentFile = (survey: string, id: string): string => `${draftsApi(survey)}/attachments/${id}`;
