import type { Clause } from './clause.ts';

const numberIn = (label: string): string =>
  label
    .replace(/^(?:Khoản|Điểm)\s+/iu, '')
    .replace(/[\s.:)/(–—-]+$/, '')
    .replace(/^\(/, '');

/** A clause alone as a Vietnamese sentence names it: `khoản 1`, `điểm a`, `Điều 8`. */
function named(clause: Clause): string {
  const number = numberIn(clause.label);
  if (clause.kind === 'clause') return number === '' ? 'đoạn' : `khoản ${number}`;
  if (clause.kind === 'point')
    return number === '' ? `gạch đầu dòng ${/(\d*)$/.exec(clause.path)![1]}` : `điểm ${number}`;
  if (number === '') return clause.heading.slice(0, 60);
  return /^[IVXLC]+$/.test(number) ? `mục ${number}` : number;
}

/** How a document cites the clause: `điểm a khoản 1 Điều 8`; in plans up to their sections: `điểm a khoản 1 mục II`. */
export function citation(clauses: readonly Clause[], index: number): string {
  const names: string[] = [];
  for (let at = index; at !== -1; at = clauses[at]!.parent) {
    const clause = clauses[at]!;
    const isCounted = clause.kind === 'clause' || clause.kind === 'point';
    // `1.1` says already that it lies in 1.
    const isSaid = names.length > 0 && clause.kind === 'clause' && /\d[.]\d/.test(clauses[index]!.label);
    if (!isSaid) names.push(named(clause));
    if (!isCounted) {
      const above = attachedTo(clauses, at);
      if (above !== null) names.push(above);
      break;
    }
  }
  return names.filter((name) => name !== '').join(' ');
}

/** The appendix or the attached document an article or section belongs to. */
function attachedTo(clauses: readonly Clause[], from: number): string | null {
  for (let at = clauses[from]!.parent; at !== -1; at = clauses[at]!.parent)
    if (clauses[at]!.kind === 'appendix') return named(clauses[at]!);
  return null;
}
