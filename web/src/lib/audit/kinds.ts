/** What an act can be done to, as the filter lists it. */
export const objectKinds = ['survey', 'account', 'organisation', 'installation'] as const;
