import type { IssueView } from '@danban/contract';
import { shiftDay } from './day.ts';
import type { FileUnit, OrganisationFile } from './schema.ts';

function duplicates(list: string, items: readonly { id: string }[]): IssueView[] {
  const seen = new Set<string>();
  return items.flatMap(({ id }, i) => {
    if (seen.has(id)) return [{ path: `${list}.${i}.id`, code: 'duplicate-id', params: { id } }];
    seen.add(id);
    return [];
  });
}

/** The history must cover the unit's whole life without a gap or an overlap: only then do starts alone say it all. */
function historyIssues(unit: FileUnit, path: string): IssueView[] {
  const history = unit.parentHistory ?? [];
  if (history.length === 0) return [];
  const broken: string[] = [];
  history.forEach((place, i) => {
    const last = history[i - 1];
    const expected = last === undefined ? unit.validFrom : last.to && shiftDay(last.to, 1);
    if (place.from !== expected) broken.push(`${path}.parentHistory.${i}.from`);
  });
  if (history.at(-1)?.to !== unit.validTo) broken.push(`${path}.parentHistory`);
  if (history[0]?.parentId !== unit.parentId) broken.push(`${path}.parentId`);
  return broken.map((at) => ({ path: at, code: 'history-not-continuous' }));
}

/** Former names follow each other within the unit's life: each ends on a later day than the one before. */
function formerNameIssues(unit: FileUnit, path: string): IssueView[] {
  const ends = unit.formerNames.map((former) => former.until);
  return ends.flatMap((until, i) => {
    const isWithin = until >= unit.validFrom && (unit.validTo === null || until < unit.validTo);
    if (isWithin && (i === 0 || until > ends[i - 1]!)) return [];
    return [{ path: `${path}.formerNames.${i}.until`, code: 'history-not-continuous' }];
  });
}

/** What is wrong with the file itself, before it meets what is stored. */
export function issuesOfFile(file: OrganisationFile): IssueView[] {
  return [
    ...duplicates('units', file.units),
    ...duplicates('bodies', file.bodies),
    ...file.units.flatMap((unit, i) => historyIssues(unit, `units.${i}`)),
    ...file.units.flatMap((unit, i) => formerNameIssues(unit, `units.${i}`)),
  ];
}
