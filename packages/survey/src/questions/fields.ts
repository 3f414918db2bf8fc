/**
 * Name of the form field of one row of a question that is answered row by row: a row of a matrix, an option to be ranked,
 * the choice or the comment of a stance. Ids contain no dot. Every other question's field is its id.
 */
export function rowField(questionId: string, rowId: string): string {
  return `${questionId}.${rowId}`;
}
