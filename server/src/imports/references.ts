import type { Field, Reference, RowIssue } from '@danban/tables';

/** What a cell that leads nowhere means for its row. */
export function referenceIssue(
  row: number,
  field: Field,
  text: string,
  reference: Exclude<Reference, { found: true }>,
): RowIssue {
  const params = { text: text.slice(0, 60) };
  if (reference.why === 'ambiguous') return { row, field, code: 'name-of-several', params };
  if (reference.suggestion === undefined) return { row, field, code: 'leads-nowhere', params };
  return { row, field, code: 'leads-nowhere-like', params: { ...params, suggestion: reference.suggestion } };
}
