import type { Check, CheckName } from '@danban/verify/check';

/**
 * What became of the sheet of a receipt. `unknown`: nothing can be said yet; `elsewhere`: nothing here is of this receipt, which
 * may be one of another survey.
 */
export type Verdict = 'counted' | 'recorded' | 'sealed' | 'unknown' | 'elsewhere' | 'wrong';

/** The one word for what was looked at of a sheet. */
export function verdictOf(checks: readonly Check[]): Verdict {
  const is = (name: CheckName, result: Check['result']): boolean =>
    checks.some((check) => check.name === name && check.result === result);
  if (checks.some(({ result }) => result === 'wrong')) return isNoneOfOurs(checks) ? 'elsewhere' : 'wrong';
  if (is('counted', 'holds')) return 'counted';
  if (is('recorded', 'holds')) return 'recorded';
  return is('recorded', 'not-yet') ? 'sealed' : 'unknown';
}

/** No word of this urn stands behind it, and no table knows it: so is every receipt of another survey. */
function isNoneOfOurs(checks: readonly Check[]): boolean {
  const isOurs = checks.some(({ name, result }) => name === 'promise' && result === 'holds');
  const faults = checks.flatMap(({ fault }) => fault ?? []);
  return !isOurs && faults.every((fault) => fault === 'promise-forged' || fault === 'not-counted');
}
