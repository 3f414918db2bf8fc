import { AuthorizationResponseError, ResponseBodyError } from 'openid-client';
import { ProblemError } from '../http/problem.ts';

/** What the library lets pass and we do not; the code stands in the log. */
export class NotAsAgreed extends Error {
  readonly code: 'issuer-differs' | 'other-client';

  constructor(code: NotAsAgreed['code']) {
    super(code);
    this.code = code;
  }
}

/** The library's names for a provider that answers not at all, or not as one. */
const away = new Set([
  'issuer-differs',
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
  'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED',
  'OAUTH_MISSING_SERVER_METADATA',
  'OAUTH_INVALID_SERVER_METADATA',
  'OAUTH_HTTP_REQUEST_FORBIDDEN',
  'OAUTH_REQUEST_PROTOCOL_FORBIDDEN',
  // It does not know us: the secret is wrong.
  'OAUTH_WWW_AUTHENTICATE_CHALLENGE',
]);

/** A connection that did not come about: fetch says so by a TypeError without a code of its own. */
function isAway(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return error instanceof TypeError ? code === undefined : typeof code === 'string' && away.has(code);
}

/** What somebody is told. Everything the provider did not say as it must is one refusal. */
export function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof AuthorizationResponseError && error.error === 'access_denied') {
    return new ProblemError('sso-cancelled');
  }
  const isWrongSecret = error instanceof ResponseBodyError && error.error === 'invalid_client';
  return new ProblemError(isWrongSecret || isAway(error) ? 'sso-unreachable' : 'sso-refused');
}
