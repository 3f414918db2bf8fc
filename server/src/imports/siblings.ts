import type { RowIssue } from '@danban/tables';
import { nameKey, searchKey } from '@danban/text';
import { standingOn } from '../organisations/changes.ts';
import type { UnitRecord } from '../organisations/records.ts';

interface Placed {
  id: string;
  name: string;
  parentId: string | null;
}

interface Added {
  row: number;
  unit: UnitRecord;
}

/** The unit above and those beside, by a key of their names. */
class Beside {
  readonly #exact = new Map<string, Placed>();
  readonly #alike = new Map<string, Placed>();

  add(unit: Placed): void {
    for (const place of [unit.parentId ?? '', unit.id]) {
      const [exact, alike] = keysAt(place, unit.name);
      if (!this.#exact.has(exact)) this.#exact.set(exact, unit);
      if (!this.#alike.has(alike)) this.#alike.set(alike, unit);
    }
  }

  note({ name, parentId }: Placed): { same: boolean; other: Placed } | undefined {
    const [exact, alike] = keysAt(parentId ?? '', name);
    const same = this.#exact.get(exact);
    const other = same ?? this.#alike.get(alike);
    return other === undefined ? undefined : { same: same !== undefined, other };
  }
}

function keysAt(place: string, name: string): [string, string] {
  return [`${place}\n${nameKey(name)}`, `${place}\n${searchKey(name)}`];
}

/**
 * New units that are called as one beside or above them is: nobody could tell the two apart in a list. Where only marks
 * tell them apart it may be a slip, and is worth a word.
 */
export function siblingNotes(
  added: readonly Added[],
  stored: readonly Placed[],
  day: string,
): { problems: RowIssue[]; notices: RowIssue[] } {
  const found: { problems: RowIssue[]; notices: RowIssue[] } = { problems: [], notices: [] };
  const beside = new Beside();
  for (const unit of stored) beside.add(unit);
  for (const { row, unit } of added) {
    const one = { id: unit.id, ...standingOn(unit, day > unit.validFrom ? day : unit.validFrom) };
    const note = beside.note(one);
    beside.add(one);
    if (note === undefined || note.other.id.toLowerCase() === one.id.toLowerCase()) continue;
    const params = { name: note.other.name, id: note.other.id };
    if (note.same) found.problems.push({ row, field: 'name', code: 'name-of-sibling', params });
    else found.notices.push({ row, field: 'name', code: 'name-like-sibling', params });
  }
  return found;
}
