import type { AnswerIssue } from '@danban/survey';

/** What a person without scripts sent and what was wrong with it: the page comes back with both. */
export interface Attempt {
  raw: Record<string, unknown>;
  issues: AnswerIssue[];
  /** A refusal of the whole sheet ("closed", "try again"), as a problem code. */
  problem?: string;
}

export interface RenderedPage {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** Pages are drawn by the web; the server is handed the pen. `path` carries the language as `?lang=en`. */
export interface Pages {
  render(path: string, attempt?: Attempt): Promise<RenderedPage>;
}
