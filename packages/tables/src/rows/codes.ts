import { nameKey, searchKey } from '@danban/text';
import { codeLike } from '../cells/code.ts';
import type { RowIssue } from './cells.ts';

/** A unit or body that is there, and the unit it hangs under or belongs to. */
export interface Placed {
  id: string;
  name: string;
  parentId: string | null;
}

/** What every row of a table says of the thing it names, with a code where it has one. */
interface NamedRow {
  row: number;
  id: string | undefined;
  name: string | undefined;
}
export type Coded<R> = R & { id: string };

/** Things of a kind that are there, the units they may be placed at, and where a row says that its own is. */
export interface Among<R> {
  known: readonly Placed[];
  units: readonly { id: string; name: string }[];
  placeIn: (row: R) => string | undefined;
}

type Known = readonly Placed[];

/** Those of that name; where the row says at which unit, those at it. */
function meant(called: Known, place: string | undefined, byId: Map<string, { id: string; name: string }>): Known {
  if (place === undefined) return called;
  const isParent = ({ id, name: of }: { id: string; name: string }): boolean =>
    id.toLowerCase() === place.toLowerCase() || searchKey(of) === searchKey(place);
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
 * Rows of a table without codes, with the codes they have or get: one that names a unit or body there is, at the unit it
 * hangs under or belongs to, means that one; any other is new and gets a code made from its name. Rows with a code stay
 * as they are.
 */
export function withCodes<R extends NamedRow>(
  rows: readonly R[],
  { known, units, placeIn }: Among<R>,
): { rows: Coded<R>[]; issues: RowIssue[] } {
  const byName = Map.groupBy(known, ({ name }) => nameKey(name));
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const taken = new Set([...known, ...rows].map(({ id = '' }) => id.toLowerCase()));
  const first = new Map<string, number>();
  const issues: RowIssue[] = [];
  const coded = rows.flatMap((row): Coded<R>[] => {
    const { id, row: number, name = '' } = row;
    const place = placeIn(row);
    if (id !== undefined) return [{ ...row, id }];
    const key = `${nameKey(name)}\n${searchKey(place ?? '')}`;
    const wrong = (code: string, params?: RowIssue['params']): [] => {
      issues.push({ row: number, field: 'name', code, ...(params === undefined ? {} : { params }) });
      return [];
    };
    if (first.has(key)) return wrong('row-twice', { first: first.get(key)! });
    first.set(key, number);
    const [one, another] = meant(byName.get(nameKey(name)) ?? [], place, byId);
    if (another !== undefined) return wrong('name-of-several', { text: name.slice(0, 60) });
    // Its spelling here is no new name: by that name it was found.
    if (one !== undefined) return [{ ...row, id: one.id, name: undefined }];
    const code = codeLike(name);
    return code === '' ? wrong('no-code-in-name') : [{ ...row, id: freeCode(code, taken) }];
  });
  return { rows: coded, issues };
}
