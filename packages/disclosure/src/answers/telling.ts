import { allowedDissent, isConcentrated } from '../concentration.ts';
import { signed } from '../ledger/field.ts';
import type { Row } from '../ledger/row.ts';

export interface TellingRule {
  readonly weight: Uint32Array;
  readonly k: number;
  readonly sensitive: boolean;
  /** False for a routed question: then nobody knows how many people of an inner cell were asked. */
  readonly everybody: boolean;
}

/** Coefficients beyond this are fractions, which say nothing of whole people. */
const LARGEST = 8;

/**
 * Whether what is computed about a row tells (nearly) everyone's answer in it (rule R7).
 *
 * A row of ones is a group of its own. A row with people counted in and people counted out tells everyone's answer
 * where the count of an option is (nearly) as large as it can be: all who count in chose it, none who count out did,
 * or the other way round.
 */
export function tellsTooMuch(rule: TellingRule, row: Row): boolean {
  if (row.coefs.every((coef) => coef === 1)) return isTooUniform(rule, row);
  if (!rule.everybody) return false;
  let [most, least] = [0, 0];
  for (let at = 0; at < row.coefs.length; at++) {
    const coef = signed(row.coefs[at]!);
    if (Math.abs(coef) > LARGEST) return false;
    if (coef > 0) most += coef * rule.weight[row.cells[at]!]!;
    else least += coef * rule.weight[row.cells[at]!]!;
  }
  const dissent = allowedDissent(row.weight, rule.sensitive);
  return row.told.some((told) => most - signed(told) <= dissent || (least < 0 && signed(told) - least <= dissent));
}

function isTooUniform({ k, sensitive }: TellingRule, { told }: Row): boolean {
  const n = told.reduce((sum, people) => sum + people, 0);
  if (n === 0) return false;
  return n < k || isConcentrated(n, Math.max(...told), sensitive);
}
