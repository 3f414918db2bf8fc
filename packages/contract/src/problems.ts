import { z } from 'zod';

/**
 * Every refusal the product can give: stable code → HTTP status. A code never changes its meaning;
 * sentences for people live in `@danban/i18n` under `problem.<code>`. Shape: RFC 9457.
 */
export const problemStatus = {
  'bad-request': 400,
  'malformed-json': 400,
  'invalid-input': 422,
  'invalid-answers': 422,
  'too-large': 413,
  'unsupported-media-type': 415,
  'not-found': 404,
  'method-not-allowed': 405,
  'unknown-link': 404,
  'foreign-origin': 403,
  'sign-in-required': 401,
  'wrong-credentials': 401,
  'too-many-attempts': 429,
  'code-required': 401,
  'wrong-code': 401,
  'sign-in-too-old': 403,
  'passkey-refused': 401,
  'passkey-needed': 403,
  'passkeys-impossible': 409,
  'too-many-passkeys': 409,
  'sso-off': 409,
  'sso-unreachable': 503,
  'sso-refused': 401,
  'sso-cancelled': 401,
  'sso-no-account': 403,
  'sso-email-unverified': 403,
  'sso-linked-already': 409,
  'sso-linked-elsewhere': 409,
  'second-factor-needed': 403,
  'second-factor-there': 409,
  'last-second-factor': 409,
  'factor-keys-away': 503,
  'link-used-or-expired': 410,
  'not-allowed': 403,
  'judged-leader': 403,
  'already-set-up': 409,
  'login-taken': 409,
  'account-inactive': 409,
  'last-administrator': 409,
  'last-role': 409,
  'successor-may-not': 409,
  'survey-not-open': 409,
  'survey-closed': 409,
  'intake-interrupted': 503,
  'survey-already-open': 409,
  'survey-changed-meanwhile': 409,
  'survey-scheduled': 409,
  'survey-not-scheduled': 409,
  'survey-paused': 409,
  'survey-not-paused': 409,
  'survey-has-answers': 409,
  'opening-date-past': 422,
  'threshold-only-rises': 422,
  'survey-not-ready': 422,
  'survey-not-released': 409,
  'different-answer': 409,
  'already-counted': 409,
  'invitation-unknown': 404,
  'invitation-revoked': 410,
  'credential-collected': 409,
  'credential-refused': 422,
  'credential-invalid': 422,
  'roster-invalid': 422,
  'roster-fixed': 409,
  'closing-date-earlier': 422,
  'organisation-invalid': 422,
  'file-not-read': 422,
  'import-invalid': 422,
  unavailable: 503,
  internal: 500,
} as const;

export type ProblemCode = keyof typeof problemStatus;

const issueView = z.object({
  path: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

/** RFC 9457 problem details; `code` is the stable name, `issues` say where in the input. */
export const problemView = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  issues: z.array(issueView).optional(),
});

export type ProblemView = z.infer<typeof problemView>;
export type IssueView = z.infer<typeof issueView>;
