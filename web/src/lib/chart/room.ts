import type { Bars } from './bars.ts';

const letter = 8.6;
const line = 20;

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
export function heightFor({ labels, series }: Bars, width: number): number {
  // Every bar gets the same room: that of the longest label.
  const lines = Math.max(...labels.map((label) => wrapped(label, width).length));
  const bars = labels.length * Math.max(44, lines * line + 12);
  return bars + 40 + (series.length > 1 ? legendHeight(series, width) : 0);
}

function legendHeight(series: Bars['series'], width: number): number {
  const lengths = series.map(({ label }) => label.length * letter + 50);
  const lines = Math.ceil((1.25 * lengths.reduce((sum, length) => sum + length, 0)) / width);
  return 16 + lines * 26;
}
