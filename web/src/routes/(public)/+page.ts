/** The front page is read, not worked in: no framework runs in the browser. */
export const csr = false;
