import { citation } from '../tree/citation.ts';
import type { Clause } from '../tree/clause.ts';

const longest = 160;

function shortened(text: string): string {
  const [first = ''] = text.split('\n');
  return first.length <= longest ? first : `${first.slice(0, first.lastIndexOf(' ', longest))}…`;
}

const withHeading = ({ label, heading, text }: Clause): string =>
  [label, heading === '' ? shortened(text) : heading].filter((part) => part !== '').join(' ');

const isCounted = ({ kind }: Clause): boolean => kind === 'clause' || kind === 'point';

/** What the clause it is counted in is about; empty where it has no heading. */
function subject(clause: Clause, clauses: readonly Clause[]): string {
  const parent = clauses[clause.parent];
  return parent === undefined ? '' : isCounted(parent) ? subject(parent, clauses) : parent.heading;
}

/** What a clause is called where it stands alone: `Điều 8. Chế độ công tác phí`, `Khoản 2 Điều 8. Chế độ công tác phí`. */
export function nameOf(clause: Clause, clauses: readonly Clause[]): string {
  if (!isCounted(clause) || clause.label === '') return withHeading(clause);
  const cited = citation(clauses, clause.index);
  const about = subject(clause, clauses);
  const name = cited.charAt(0).toUpperCase() + cited.slice(1);
  return about === '' ? `${name}: ${shortened(clause.text)}` : `${name}. ${about}`;
}
