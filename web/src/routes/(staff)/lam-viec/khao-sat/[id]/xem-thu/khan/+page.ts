/** Drawn as a respondent's page is: HTML. */
export const csr = false;
