import { isEmail, phoneIn } from '../cells/contact.ts';
import type { Columns } from '../columns/fields.ts';
import type { Row } from '../file/sheet.ts';
import { understand, type Cells, type RowIssue, type Understood } from './cells.ts';

/** Somebody who may answer. `unit` is a code or a name; what a row does not say is `undefined`. */
export interface PersonRow {
  row: number;
  name: string;
  unit: string | undefined;
  email: string | undefined;
  phone: string | undefined;
}

const mostLetters = 120;

function emailIn(cells: Cells): string | undefined {
  const text = cells.text('email')?.toLowerCase();
  if (text === undefined || isEmail(text)) return text;
  return cells.wrong('email', 'not-an-email', { text: text.slice(0, 60) });
}

function numberIn(cells: Cells): string | undefined {
  const text = cells.text('phone');
  if (text === undefined) return undefined;
  return phoneIn(text) ?? cells.wrong('phone', 'not-a-phone', { text: text.slice(0, 40) });
}

function personIn(cells: Cells): PersonRow | undefined {
  const [email, phone] = [emailIn(cells), numberIn(cells)];
  const name = cells.text('name', mostLetters) ?? cells.required('name');
  if (name === undefined) return undefined;
  return { row: cells.row, name, unit: cells.text('unitId'), email, phone };
}

/** An address belongs to one person: two invitations in one inbox are two answers of one hand. */
function sharedEmails(people: readonly PersonRow[]): RowIssue[] {
  const first = new Map<string, number>();
  return people.flatMap(({ row, email }): RowIssue[] => {
    if (email === undefined) return [];
    const earlier = first.get(email);
    if (earlier === undefined) first.set(email, row);
    return earlier === undefined ? [] : [{ row, field: 'email', code: 'email-twice', params: { first: earlier } }];
  });
}

/** People as the rows of a table say them; whether two rows are one person is seen once their units are known. */
export function readPeople(rows: readonly Row[], columns: Columns<'people'>): Understood<PersonRow> {
  const { rows: people, issues, notices } = understand('people', rows, columns, personIn);
  return { rows: people, notices, issues: [...issues, ...sharedEmails(people)] };
}
