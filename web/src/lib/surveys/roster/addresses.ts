/** Where the list of a survey is looked at, and where it is asked for. */
export const rosterPage = (survey: string): string => `/lam-viec/khao-sat/${survey}/danh-sach`;
export const rosterApi = (survey: string): string => `/lam-viec/api/surveys/${encodeURIComponent(survey)}/roster`;
