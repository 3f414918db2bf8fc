/** Why a file cannot be read as a draft, as a code; the sentence is the page's. */
export type DraftIssueCode =
  | 'empty-file'
  | 'file-too-large'
  | 'unpacks-too-large'
  | 'too-many-lines'
  | 'damaged-file'
  | 'locked-file'
  | 'old-word'
  | 'open-document'
  | 'rich-text'
  | 'web-page'
  | 'not-a-draft'
  | 'no-text';

export interface DraftIssue {
  code: DraftIssueCode;
  params?: Record<string, number>;
}

export type Read<T> = { ok: true; value: T } | { ok: false; issue: DraftIssue };

/** The refusal of a file by code. */
export function refuse(code: DraftIssueCode, params?: Record<string, number>): { ok: false; issue: DraftIssue } {
  return { ok: false, issue: params === undefined ? { code } : { code, params } };
}
