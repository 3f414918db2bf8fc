/** Drawn as a respondent's page is: HTML, and one script of its own. */
export const csr = false;
