/** Bounds of a definition. `columns` bounds the packed bytes of one submission, `answerBytes` its canonical JSON. */
export const LIMITS = {
  questions: 100,
  options: 100,
  rows: 30,
  ranked: 12,
  text: 2_000,
  legalBases: 50,
  columns: 1_000,
  answerText: 10_000,
  comment: 1_000,
  answerBytes: 245_760,
  bands: 8,
  breakdowns: 4,
  categories: 8,
  crossed: 2,
  interim: 12,
} as const;
