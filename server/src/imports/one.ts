import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import type { Staff } from '../sessions/index.ts';
import { carry } from './carried.ts';
import type { ChosenTable } from './inputs.ts';
import { importTable, type Verdict } from './service.ts';

export type OneKind = 'units' | 'bodies';
type Fields = Readonly<Record<string, string>>;
type Typed = Readonly<Record<string, string | undefined>>;

const sheet = 'one';

/** The table of one row, under a heading that names its fields. */
function tableOf(fields: Fields): ChosenTable {
  const names = Object.keys(fields);
  const rows = [names, Object.values(fields)].map((cells, at) => ({ number: at + 1, cells }));
  const carried = carry([{ name: sheet, rows }]);
  if (!carried.ok) throw new ProblemError('too-large');
  return { table: carried.value, sheet, columns: Object.fromEntries(names.map((name, at) => [name, at])) };
}

/** What is wrong stands at its field; and a code or name that is there already is no new thing. */
const onlyNew: Verdict = ({ problems, view }) => {
  const issues = problems.map(({ field = '', code, params }) => {
    return { path: field, code, ...(params === undefined ? {} : { params }) };
  });
  if (issues.length === 0 && view.counts.added === 0) issues.push({ path: 'name', code: 'already-there' });
  if (issues.length > 0) throw new ProblemError('invalid-input', issues);
};

/** Adds one unit or body that was typed by hand, under every rule of a table; blank fields say nothing. */
export async function addOne(house: House, staff: Staff, kind: OneKind, typed: Typed): Promise<void> {
  const said = Object.fromEntries(
    Object.entries(typed).flatMap(([name, value = '']) => (value.trim() === '' ? [] : [[name, value]])),
  );
  await importTable(house, staff, kind, tableOf(said), onlyNew);
}
