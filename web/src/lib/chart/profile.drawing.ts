import { Chart, Filler, LineElement, PointElement, RadarController, RadialLinearScale, Tooltip } from 'chart.js';
import { formatNumber } from '@danban/i18n';
import type { Lang } from '@danban/i18n';
import { paletteOf } from './paint.ts';
import type { Palette } from './paint.ts';
import type { Profile } from './profile.ts';

Chart.register(Filler, LineElement, PointElement, RadarController, RadialLinearScale, Tooltip);

const narrow = 480;

export function heightOfProfile(width: number): number {
  return width < narrow ? 320 : 420;
}

/** Draws the items around a centre, 0 there and 100 at the rim; on a phone they are named by their numbers in the table. */
export function drawProfile(
  canvas: HTMLCanvasElement,
  profile: Profile,
  width: number,
  lang: Lang,
): { destroy(): void } {
  const palette = paletteOf(canvas);
  const names = width < narrow ? profile.labels.map((_, at) => [String(at + 1)]) : profile.labels.map(inLines);
  return new Chart(canvas, {
    type: 'radar',
    data: { labels: names, datasets: [dataset(profile, palette)] },
    options: {
      maintainAspectRatio: false,
      animation: false,
      scales: { r: rim(palette) },
      plugins: {
        legend: { display: false },
        tooltip: {
          callbacks: {
            title: ([item]) => profile.labels[item?.dataIndex ?? 0] ?? '',
            label: ({ raw }) => formatNumber(lang, Number(raw), 0),
          },
        },
      },
    },
  });
}

function dataset({ label, parts }: Profile, palette: Palette) {
  const line = palette.tones[5]!.ground;
  return {
    label,
    data: parts,
    borderColor: line,
    borderWidth: 2,
    pointBackgroundColor: line,
    pointRadius: 5,
    backgroundColor: `color-mix(in srgb, ${line} 22%, transparent)`,
    spanGaps: false,
  };
}

function rim(palette: Palette) {
  const font = { family: palette.font, size: 16 };
  return {
    min: 0,
    max: 100,
    ticks: { stepSize: 25, color: palette.ink, font, backdropColor: palette.surface },
    grid: { color: palette.line },
    angleLines: { color: palette.line },
    pointLabels: { color: palette.ink, font },
  };
}

const longest = 22;

/** A name around a circle has little room: in lines of a few words. */
function inLines(label: string): string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + word.length < longest) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
