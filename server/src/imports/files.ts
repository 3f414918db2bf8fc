import type { Person } from '@danban/access';
import type { ImportKind, TableKind } from '@danban/contract';
import { utf8 } from '@danban/bytes';
import { csvOf, examples, workbookOf, type Kind, type LineOf } from '@danban/tables';
import type { House } from '../house.ts';
import { dayOf } from '../organisations/day.ts';
import { linesOf } from './lines.ts';
import { demandMayImport } from './rights.ts';

export interface TableFile {
  name: string;
  form: 'xlsx' | 'csv';
  bytes: Uint8Array<ArrayBuffer>;
}

const names: Readonly<Record<TableKind, string>> = {
  units: 'don-vi',
  bodies: 'to-chuc',
  accounts: 'tai-khoan',
  people: 'danh-sach-moi',
};

async function written<K extends Kind>(kind: K, lines: readonly LineOf[K][], form: TableFile['form']) {
  return form === 'csv' ? utf8(csvOf(kind, lines)) : new Uint8Array(await workbookOf(kind, lines));
}

/** A table with nothing but an example row. */
export async function templateFile(kind: TableKind, form: TableFile['form']): Promise<TableFile> {
  return { name: `mau-${names[kind]}`, form, bytes: await written(kind, [examples[kind]], form) };
}

/** What is stored today, as far as the person may import it. */
export async function currentFile(
  house: House,
  person: Person,
  kind: ImportKind,
  form: TableFile['form'],
): Promise<TableFile> {
  await demandMayImport(house.db, person, kind);
  const lines = await linesOf(house.db, person, kind, dayOf(house.clock()));
  return { name: names[kind], form, bytes: await written(kind, lines, form) };
}
