/** Why a file cannot be read as a table, as a code; the sentence is the page's. */
export type FileIssueCode =
  | 'empty-file'
  | 'file-too-large'
  | 'unpacks-too-large'
  | 'too-many-lines'
  | 'not-a-table'
  | 'old-excel'
  | 'open-document'
  | 'web-page'
  | 'damaged-file'
  | 'no-rows';

export interface FileIssue {
  code: FileIssueCode;
  params?: Record<string, string | number>;
}

export type Read<T> = { ok: true; value: T } | { ok: false; issue: FileIssue };

export function refuse(code: FileIssueCode, params?: Record<string, string | number>): { ok: false; issue: FileIssue } {
  return { ok: false, issue: params === undefined ? { code } : { code, params } };
}
