export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** "at least" or "at most"; null where nothing is promised. */
  target: Target | null;
}

interface Target {
  sign: '≥' | '≤';
  than: number;
}

export const atLeast = (than: number): Target => ({ sign: '≥', than });
export const atMost = (than: number): Target => ({ sign: '≤', than });

function holds({ value, target }: Figure): boolean | null {
  if (target === null) return null;
  return target.sign === '≥' ? value >= target.than : value <= target.than;
}

const targetText = (target: Target | null): string | null => target && `${target.sign} ${target.than}`;

function rounded(value: number): number {
  if (value >= 100) return Math.round(value);
  return Number(value.toPrecision(3));
}

/** The verdict is about the measured value, not about the rounded one that is printed. */
export function asLine(figure: Figure): string {
  const { name, value, unit, target } = figure;
  return JSON.stringify({ name, value: rounded(value), unit, target: targetText(target), holds: holds(figure) });
}

const verdict = (figure: Figure): string => ({ true: 'holds', false: 'MISSED', null: '' })[String(holds(figure))]!;

export function asTable(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.name,
    String(rounded(figure.value)),
    figure.unit,
    targetText(figure.target) ?? '',
    verdict(figure),
  ]);
  const all = [['figure', 'value', 'unit', 'target', ''], ...rows];
  const widths = all[0]!.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  return all
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
