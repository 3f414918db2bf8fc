import { nameKey, searchKey } from '@danban/text';
import { codeLike } from '../cells/code.ts';
import type { RowIssue } from './cells.ts';
import type { UnitRow } from './units.ts';

/** A unit that is there, and where it hangs. */
export interface Placed {
  id: string;
  name: string;
  parentId: string | null;
}

export type CodedRow = UnitRow & { id: string };

type Known = readonly Placed[];

/** Those of that name; where the row says under which parent, those under it. */
function meant({ name = '', parent }: UnitRow, byName: Map<string, Placed[]>, byId: Map<string, Placed>): Known {
  const called = byName.get(nameKey(name)) ?? [];
  if (parent === undefined) return called;
  const isParent = ({ id, name: of }: Placed): boolean =>
    id.toLowerCase() === parent.toLowerCase() || searchKey(of) === searchKey(parent);
  return called.filter(({ parentId }) => parentId !== null && byId.has(parentId) && isParent(byId.get(parentId)!));
}

/** The code, or the first of `code-2`, `code-3`… that nobody has. */
function freeCode(code: string, taken: Set<string>): string {
  let free = code;
  for (let next = 2; taken.has(free.toLowerCase()); next++) free = `${code.slice(0, 90)}-${next}`;
  taken.add(free.toLowerCase());
  return free;
}

/**
 * Rows of a table without codes, with the codes they have or get: one that names a unit there is, under the parent it
 * has, means that unit; any other is new and gets a code made from its name. Rows with a code stay as they are.
 */
export function withCodes(rows: readonly UnitRow[], units: Known): { rows: CodedRow[]; issues: RowIssue[] } {
  const byName = Map.groupBy(units, ({ name }) => nameKey(name));
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const taken = new Set([...units, ...rows].map(({ id = '' }) => id.toLowerCase()));
  const first = new Map<string, number>();
  const issues: RowIssue[] = [];
  const coded = rows.flatMap((row): CodedRow[] => {
    const { id, row: number, name = '', parent = '' } = row;
    if (id !== undefined) return [{ ...row, id }];
    const key = `${nameKey(name)}\n${searchKey(parent)}`;
    const wrong = (code: string, params?: RowIssue['params']): [] => {
      issues.push({ row: number, field: 'name', code, ...(params === undefined ? {} : { params }) });
      return [];
    };
    if (first.has(key)) return wrong('row-twice', { first: first.get(key)! });
    first.set(key, number);
    const [one, another] = meant(row, byName, byId);
    if (another !== undefined) return wrong('name-of-several', { text: name.slice(0, 60) });
    // Its spelling here is no new name: by that name it was found.
    if (one !== undefined) return [{ ...row, id: one.id, name: undefined }];
    const code = codeLike(name);
    return code === '' ? wrong('no-code-in-name') : [{ ...row, id: freeCode(code, taken) }];
  });
  return { rows: coded, issues };
}
