import { t } from '@danban/i18n';
import { writeXlsx, type CellValue, type ColumnDef, type DataValidation, type WriteSheet } from 'hucre/xlsx';
import { wordsOf } from '../cells/words.ts';
import { fieldsOf, requiredOf, type Field, type Kind } from '../columns/fields.ts';
import { headingOf } from '../columns/synonyms.ts';
import { guard } from './guard.ts';
import { isDayField, listOf, valuesOf, type LineOf, type Value } from './lines.ts';

const head = { font: { bold: true }, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DEEFE9' } } } as const;
const wide = new Set<string>(['name', 'login', 'email']);
/** Rows under the last one in which the lists to choose from are still offered. */
const roomBelow = 1000;

function cell(value: Value): CellValue {
  if (value === null || typeof value === 'number') return value;
  return typeof value === 'object' ? new Date(`${value.day}T00:00:00Z`) : guard(value);
}

/** Codes stay text and days days when somebody goes on writing below. */
function column(kind: Kind, field: Field): ColumnDef {
  const width = wide.has(field) ? 42 : Math.max(14, headingOf(kind, field).length + 4);
  if (isDayField(field)) return { width, numFmt: 'dd/mm/yyyy' };
  return /id$|phone/i.test(field) ? { width, numFmt: '@' } : { width };
}

const letterOf = (i: number): string => String.fromCharCode(65 + i);

/** The first list of unit types is a proposal: a province may have others. */
function choice(field: Field, i: number, rows: number): DataValidation[] {
  const list = listOf(field);
  if (list === undefined) return [];
  const range = `${letterOf(i)}2:${letterOf(i)}${rows + roomBelow}`;
  const errorStyle = list === 'unitType' ? 'information' : 'stop';
  return [{ type: 'list', values: wordsOf(list), allowBlank: true, showErrorMessage: true, errorStyle, range }];
}

function headed(name: string, columns: ColumnDef[], rows: CellValue[][]): WriteSheet {
  const cells = new Map(rows[0]!.map((value, i) => [`0,${i}`, { value, style: head }]));
  return { name, columns, rows, cells, freezePane: { rows: 1 } };
}

function tableSheet<K extends Kind>(kind: K, lines: readonly LineOf[K][]): WriteSheet {
  const fields = fieldsOf[kind];
  const headings = fields.map((field) => headingOf(kind, field));
  const rows = [headings, ...lines.map((line) => valuesOf(kind, line).map(cell))];
  const columns = fields.map((field) => column(kind, field));
  const dataValidations = fields.flatMap((field, i) => choice(field, i, rows.length));
  return { ...headed(t('vi', `sheet.${kind}`), columns, rows), dataValidations };
}

function guideSheet(kind: Kind): WriteSheet {
  const isRequired = (field: Field): boolean => (requiredOf[kind] as readonly Field[]).includes(field);
  const rows = fieldsOf[kind].map((field) => [
    headingOf(kind, field),
    t('vi', isRequired(field) ? 'cell.yes' : 'cell.no'),
    t('vi', `guide.${kind}.${field}` as Parameters<typeof t>[1]),
  ]);
  const headings = (['column', 'required', 'meaning'] as const).map((name) => t('vi', `guide.${name}`));
  const columns = [{ width: 26 }, { width: 12 }, { width: 100 }];
  const notes = (['names', 'days', 'nothing'] as const).map((note) => [t('vi', `guide.note.${note}`)]);
  return headed(t('vi', 'sheet.guide'), columns, [headings, ...rows, [], ...notes]);
}

/** Rows of text under their headings, as they are: a number that begins with a nought keeps it. */
export function plainWorkbook(name: string, rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const columns = (rows[0] ?? []).map(() => ({ width: 28, numFmt: '@' }));
  return writeXlsx({
    sheets: [
      headed(
        name,
        columns,
        rows.map((row) => row.map(guard)),
      ),
    ],
  });
}

/** The lines as a workbook under Vietnamese headings, with a second sheet that says how the first is meant. */
export function workbookOf<K extends Kind>(kind: K, lines: readonly LineOf[K][]): Promise<Uint8Array> {
  return writeXlsx({ sheets: [tableSheet(kind, lines), guideSheet(kind)] });
}
