import type { RowChangeView, RowNoteView, TableKind } from '@danban/contract';
import { isMessageKey, type MessageKey } from '@danban/i18n';
import { date, say } from '../i18n.ts';

/** The heading of a column, or the field as it is called where it has none. */
export function fieldLabel(kind: TableKind, field: string): string {
  const key = `column.${kind}.${field}`;
  return isMessageKey(key) ? say(key) : field;
}

const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value);

function readable(params: RowNoteView['params'] = {}): Record<string, string | number> {
  const each = Object.entries(params);
  return Object.fromEntries(each.map(([key, value]) => [key, key === 'day' ? date(String(value)) : value]));
}

/** What is wrong or worth knowing, as a sentence; `list` is where the sentences of its kind stand. */
export function noteSentence(list: 'wrong' | 'notice', { code, params }: RowNoteView): string {
  const key = `${list}.${code}`;
  return isMessageKey(key) ? say(key, readable(params)) : say('wrong.other', { code });
}

const lists: Readonly<Record<string, string>> = { type: 'unitType', kind: 'bodyKind', role: 'role' };
const yesNo: Readonly<Record<string, MessageKey>> = { true: 'cell.yes', false: 'cell.no' };

function shown(field: string, value: string): string {
  if (value === '') return say('import.nothing');
  if (field.startsWith('can')) return say(yesNo[value] ?? 'cell.no');
  const key = `${lists[field] ?? ''}.${value}`;
  if (isMessageKey(key)) return say(key);
  return isDay(value) ? date(value) : value;
}

/** What a row changes, field by field; of something new neither its name, which stands above, nor what is blank. */
export function changeLines(kind: TableKind, { change, name, fields }: RowChangeView): string[] {
  const told = change === 'added' ? fields.filter(({ to }) => to !== '' && to !== name) : fields;
  return told.map(({ field, from, to }) => {
    const label = fieldLabel(kind, field);
    if (from === '') return say('import.set', { field: label, to: shown(field, to) });
    return say('import.fromTo', { field: label, from: shown(field, from), to: shown(field, to) });
  });
}
