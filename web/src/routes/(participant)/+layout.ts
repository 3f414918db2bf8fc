/** Respondents' pages are HTML: no framework runs in the browser. */
export const csr = false;
