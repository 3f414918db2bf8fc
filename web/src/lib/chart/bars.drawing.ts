import { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale, Tooltip } from 'chart.js';
import type { ChartConfiguration, ChartDataset } from 'chart.js';
import { formatPercent } from '@danban/i18n';
import type { Lang } from '@danban/i18n';
import type { Bars } from './bars.ts';
import { paintOf, paletteOf } from './paint.ts';
import type { Palette } from './paint.ts';
import { percentLabels } from './percentLabels.ts';
import { wrapped } from './room.ts';

Chart.register(BarController, BarElement, CategoryScale, Legend, LinearScale, Tooltip);

export { heightFor as heightOfBars } from './room.ts';

/** Draws horizontal bars in so many pixels, stacked where there are several series. Call `destroy` on what comes back. */
export function drawBars(canvas: HTMLCanvasElement, bars: Bars, width: number, lang: Lang): { destroy(): void } {
  const palette = paletteOf(canvas);
  return new Chart(canvas, {
    type: 'bar',
    data: {
      labels: bars.labels.map((label) => wrapped(label, width)),
      datasets: bars.series.map((one) => datasetOf(one, palette)),
    },
    options: optionsOf(bars, palette, lang, width),
    plugins: [percentLabels(lang, palette)],
  });
}

function datasetOf({ label, parts, tone }: Bars['series'][number], palette: Palette): ChartDataset<'bar'> {
  return {
    label,
    data: parts,
    backgroundColor: paintOf(tone, palette),
    borderColor: palette.surface,
    borderWidth: 1,
    maxBarThickness: 28,
  };
}

function optionsOf(
  bars: Bars,
  palette: Palette,
  lang: Lang,
  width: number,
): NonNullable<ChartConfiguration<'bar'>['options']> {
  const stacked = bars.series.length > 1;
  const percent = (value: number | string): string => formatPercent(lang, Number(value));
  const font = { family: palette.font, size: 16 };
  const narrow = width < 560;
  return {
    indexAxis: 'y',
    maintainAspectRatio: false,
    // Nothing moves: figures are read, not watched, and reduced motion needs no case of its own.
    animation: false,
    scales: {
      x: {
        stacked,
        min: 0,
        max: 100,
        ticks: { color: palette.ink, font, stepSize: narrow ? 50 : 25, maxRotation: 0, callback: percent },
        grid: { color: palette.line },
      },
      y: { stacked, ticks: { color: palette.ink, font, autoSkip: false }, grid: { display: false } },
    },
    plugins: {
      legend: { display: stacked, position: 'top', labels: { color: palette.ink, font, boxWidth: 18 } },
      tooltip: { callbacks: { label: ({ dataset, raw }) => `${dataset.label ?? ''} ${percent(Number(raw))}`.trim() } },
    },
  };
}
