import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';
import { formatNumber } from '@danban/i18n';
import type { Lang } from '@danban/i18n';
import { paletteOf } from './paint.ts';
import type { Palette } from './paint.ts';
import type { Waves } from './waves.ts';

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
);

export const heightOfWaves = 300;

/** A line from wave to wave, and behind each point a bar from one end of its interval to the other. */
export function drawWaves(canvas: HTMLCanvasElement, waves: Waves, lang: Lang): { destroy(): void } {
  const palette = paletteOf(canvas);
  const mean = meanOf(waves, palette);
  const known = intervalOf(waves, palette);
  return new Chart<'line' | 'bar', (number | [number, number] | null)[]>(canvas, {
    data: { labels: waves.labels, datasets: [mean, known] },
    options: {
      maintainAspectRatio: false,
      animation: false,
      scales: scalesOf(waves, palette, lang),
      plugins: {
        legend: { display: false },
        tooltip: { filter: ({ datasetIndex }) => datasetIndex === 0 },
      },
    },
  });
}

function meanOf({ label, points }: Waves, palette: Palette) {
  const line = palette.tones[5]!.ground;
  return {
    type: 'line' as const,
    label,
    data: points.map((point) => point?.mean ?? null),
    borderColor: line,
    borderWidth: 3,
    pointBackgroundColor: line,
    pointRadius: 6,
    // A wave that is not shown breaks the line: what lies between is not known.
    spanGaps: false,
  };
}

function intervalOf({ label, points }: Waves, palette: Palette) {
  return {
    type: 'bar' as const,
    label,
    data: points.map((point): [number, number] | null => {
      return point?.low === undefined || point.high === undefined ? null : [point.low, point.high];
    }),
    backgroundColor: palette.tones[4]!.ground,
    borderColor: palette.tones[4]!.line,
    barThickness: 18,
  };
}

function scalesOf({ from, to }: Waves, palette: Palette, lang: Lang) {
  const font = { family: palette.font, size: 16 };
  const written = (value: number | string): string => formatNumber(lang, Number(value));
  return {
    y: {
      min: from,
      max: to,
      ticks: { color: palette.ink, font, stepSize: 1, callback: written },
      grid: { color: palette.line },
    },
    x: { ticks: { color: palette.ink, font }, grid: { display: false } },
  };
}
