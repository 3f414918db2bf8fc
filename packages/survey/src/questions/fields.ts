/** Name of the form field of one row of a matrix; ids contain no dot. Every other question's field is its id. */
export function rowField(questionId: string, rowId: string): string {
  return `${questionId}.${rowId}`;
}
