import type { Clause } from '../tree/clause.ts';

type Named = Pick<Clause, 'kind' | 'label' | 'heading' | 'text' | 'parent'>;

const longest = 160;

const trimmed = (label: string): string => label.replace(/[.:)\]/–—-]+$/u, '').trim();

function shortened(text: string): string {
  const [first = ''] = text.split('\n');
  return first.length <= longest ? first : `${first.slice(0, first.lastIndexOf(' ', longest))}…`;
}

const withHeading = ({ label, heading, text }: Named): string =>
  [label, heading === '' ? shortened(text) : heading].filter((part) => part !== '').join(' ');

/** What a clause is called where it stands alone: `Điều 8. Chế độ công tác phí`, `Khoản 2 Điều 8. Chế độ công tác phí`. */
export function nameOf(clause: Named, clauses: readonly Named[]): string {
  if (clause.kind !== 'clause' && clause.kind !== 'point') return withHeading(clause);
  const number = trimmed(clause.label);
  const parent = clauses[clause.parent];
  if (number === '' || parent === undefined) return withHeading(clause);
  const word = clause.kind === 'clause' ? 'Khoản' : 'Điểm';
  return parent.kind === 'article' || parent.kind === 'clause'
    ? `${word} ${number} ${nameOf(parent, clauses)}`
    : `${withHeading(parent)}: ${withHeading(clause)}`;
}
