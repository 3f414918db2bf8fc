import type { Chart, Plugin } from 'chart.js';
import { formatPercent } from '@danban/i18n';
import type { Lang } from '@danban/i18n';
import type { Palette } from './paint.ts';

/** Parts narrower than this have no room for their figure; the table has it. */
const roomy = 54;

/** Writes each share at its bar: inside a part of a stack, after the end of a single bar. */
export function percentLabels(lang: Lang, palette: Palette): Plugin<'bar'> {
  return {
    id: 'percentLabels',
    afterDatasetsDraw(chart) {
      const stacked = chart.data.datasets.length > 1;
      chart.ctx.save();
      chart.ctx.font = `600 16px ${palette.font}`;
      chart.ctx.textBaseline = 'middle';
      chart.data.datasets.forEach((_, index) => writeSeries(chart, index, stacked, lang, palette));
      chart.ctx.restore();
    },
  };
}

function writeSeries(chart: Chart<'bar'>, index: number, stacked: boolean, lang: Lang, palette: Palette): void {
  const parts = chart.data.datasets[index]?.data ?? [];
  for (const [at, bar] of chart.getDatasetMeta(index).data.entries()) {
    const part = parts[at];
    if (typeof part !== 'number') continue;
    const { x, y, base } = bar.getProps(['x', 'y', 'base']) as { x: number; y: number; base: number };
    const text = formatPercent(lang, part);
    if (stacked && x - base >= roomy) writeInside(chart.ctx, text, (x + base) / 2, y, palette);
    if (!stacked) writeAfter(chart, text, x, y, palette);
  }
}

/** On a plate of the page's own colour, readable over any stripe. */
function writeInside(ctx: CanvasRenderingContext2D, text: string, x: number, y: number, palette: Palette): void {
  const width = ctx.measureText(text).width + 6;
  ctx.fillStyle = palette.surface;
  ctx.fillRect(x - width / 2, y - 11, width, 22);
  ctx.fillStyle = palette.ink;
  ctx.textAlign = 'center';
  ctx.fillText(text, x, y);
}

function writeAfter({ ctx, chartArea }: Chart<'bar'>, text: string, x: number, y: number, palette: Palette): void {
  const fits = x + 6 + ctx.measureText(text).width <= chartArea.right;
  if (!fits) return writeInside(ctx, text, x - 34, y, palette);
  ctx.fillStyle = palette.ink;
  ctx.textAlign = 'left';
  ctx.fillText(text, x + 6, y);
}
