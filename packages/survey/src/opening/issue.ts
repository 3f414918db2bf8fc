/** Something to mend (error) or to think about (warning) before an instrument opens. */
export type OpeningIssue = {
  code: string;
  severity: 'error' | 'warning';
  questionId?: string;
  params?: Record<string, string | number>;
};
type Detail = Pick<OpeningIssue, 'questionId' | 'params'>;

export const error = (code: string, detail: Detail = {}): OpeningIssue => ({ code, severity: 'error', ...detail });
export const warning = (code: string, detail: Detail = {}): OpeningIssue => ({ code, severity: 'warning', ...detail });
