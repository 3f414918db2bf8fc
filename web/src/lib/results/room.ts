import type { WrittenBars } from './bars.ts';

const letter = 7.5;
const line = 18;

/** A label in lines that leave more than half of the width to the bars. */
export function wrapped(label: string, width: number): string[] {
  const most = Math.max(14, Math.floor((width * 0.4) / letter));
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + word.length < most) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Pixels a chart needs in this width: every label in full, the scale, and the legend of a stack. */
export function heightFor({ labels, series }: WrittenBars, width: number): number {
  const bars = labels.reduce((sum, label) => sum + Math.max(44, wrapped(label, width).length * line + 12), 0);
  return bars + 40 + (series.length > 1 ? legendHeight(series, width) : 0);
}

function legendHeight(series: WrittenBars['series'], width: number): number {
  const lengths = series.map(({ label }) => label.length * letter + 50);
  const lines = Math.ceil((1.25 * lengths.reduce((sum, length) => sum + length, 0)) / width);
  return 16 + lines * 26;
}
