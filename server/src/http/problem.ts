import { problemStatus, type IssueView, type ProblemCode, type ProblemView } from '@danban/contract';
import { closedHeaders } from './headers.ts';

/** A refusal with a stable code. Thrown anywhere in a request, answered once, in `app.ts`. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly issues: IssueView[];

  constructor(code: ProblemCode, issues: IssueView[] = []) {
    super(code);
    this.code = code;
    this.issues = issues;
  }
}

/** RFC 9457 body of a refusal. The sentence for people is chosen by the page, from the code. */
function problemView(code: ProblemCode, issues: IssueView[] = []): ProblemView {
  const view = {
    type: `urn:danban:problem:${code}`,
    title: code.replaceAll('-', ' '),
    status: problemStatus[code],
    code,
  };
  return issues.length > 0 ? { ...view, issues } : view;
}

/** `more`: extension members of this kind of problem (RFC 9457 §3.2). */
export function problemResponse(
  code: ProblemCode,
  issues: IssueView[] = [],
  more: Record<string, unknown> = {},
): Response {
  return new Response(JSON.stringify({ ...problemView(code, issues), ...more }), {
    status: problemStatus[code],
    headers: {
      ...closedHeaders,
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
    },
  });
}
