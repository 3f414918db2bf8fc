import type { TableView } from '@danban/contract';
import { bandsOf, type Band, type QuestionOf } from '@danban/survey';

/** Whole numbers name their last value ("0 – 9"), others the edge they stay below ("0 – <10"). */
function words({ from, to }: Band, last: boolean, whole: boolean): string {
  const end = last ? to : whole ? to - 1 : to;
  if (end === from) return `${from}`;
  return last || whole ? `${from} – ${end}` : `${from} – <${end}`;
}

export function bandLabels(question: QuestionOf<'number'>): TableView['options'] {
  const bands = bandsOf(question);
  const whole = [...bands.flatMap((band) => [band.from, band.to]), question.step ?? 1].every(Number.isInteger);
  return bands.map((band, i) => {
    const label = words(band, i === bands.length - 1, whole);
    if (!question.unit) return { label: { vi: label, en: label } };
    const { vi, en = vi } = question.unit;
    return { label: { vi: `${label} ${vi}`, en: `${label} ${en}` } };
  });
}
