export const ownPage = (organisation: string): string => `/to-chuc/${encodeURIComponent(organisation)}`;
export const ownApi = (organisation: string): string => `${ownPage(organisation)}/api`;
/** Every consultation whose organisations somebody reads. */
export const heardPage = '/lam-viec/to-chuc';
export const organisationsPage = (survey: string): string => `/lam-viec/khao-sat/${survey}/to-chuc`;
export const organisationsApi = (survey: string): string =>
  `/lam-viec/api/surveys/${encodeURIComponent(survey)}/opinions`;
