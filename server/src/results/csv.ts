import type { CellView, ReleaseView } from '@danban/contract';
import { t, type Lang } from '@danban/i18n';

/** RFC 4180, with a byte-order mark so that spreadsheets read Vietnamese; a leading = + - @ never becomes a formula. */
function field(value: string | number): string {
  const text = String(value);
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const words = (lang: Lang, text: { vi: string; en?: string | undefined }): string =>
  (lang === 'en' && text.en) || text.vi;

/** What is shown of one option in one cell: a number, "at least …%", or the one word for everything protected. */
function shown(lang: Lang, cell: CellView, option: number): string | number {
  if (cell.kind === 'exact') return cell.counts[option]!;
  if (cell.kind === 'band' && cell.option === option) return `≥ ${cell.atLeast}%`;
  return t(lang, 'common.protected');
}

/** Long form: one row per unit, table and option. The same figures as the screen, and no others. */
export function releaseCsv(release: ReleaseView, lang: Lang): string {
  const head = ['unit', 'question', 'item', 'option', 'answers'];
  const rows: (string | number)[][] = [head];
  for (const question of release.questions) {
    for (const table of question.tables) {
      const labels = [t(lang, 'common.noAnswer'), ...table.options.map((option) => words(lang, option.label))];
      if (question.type === 'multi') labels[0] = t(lang, 'common.notChosen');
      for (const [unit, cell] of table.cells.entries()) {
        for (const [option, label] of labels.entries()) {
          rows.push([
            release.units[unit]!.name,
            words(lang, question.text),
            table.label ? words(lang, table.label) : '',
            label,
            shown(lang, cell, option),
          ]);
        }
      }
    }
  }
  return `\ufeff${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;
}
