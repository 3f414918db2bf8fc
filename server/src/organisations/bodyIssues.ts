import type { IssueView } from '@danban/contract';
import type { BodyRecord } from './records.ts';

type Parents = ReadonlyMap<string, string | null>;

function isAboveItself(id: string, parents: Parents): boolean {
  const seen = new Set<string>();
  let at = parents.get(id);
  while (at != null && at !== id && !seen.has(at)) {
    seen.add(at);
    at = parents.get(at);
  }
  return at === id;
}

function issuesOfBody(body: BodyRecord, path: string, unitIds: ReadonlySet<string>, parents: Parents): IssueView[] {
  const issues: IssueView[] = [];
  const { validFrom, validTo, parentId, unitId } = body;
  if (validFrom !== null && validTo !== null && validTo < validFrom)
    issues.push({ path: `${path}.validTo`, code: 'ends-before-it-starts' });
  if (!unitIds.has(unitId)) issues.push({ path: `${path}.unitId`, code: 'unknown-unit', params: { id: unitId } });
  if (parentId !== null && !parents.has(parentId))
    issues.push({ path: `${path}.parentId`, code: 'unknown-parent', params: { id: parentId } });
  if (isAboveItself(body.id, parents))
    issues.push({ path: `${path}.parentId`, code: 'cycle', params: { id: body.id } });
  return issues;
}

/** What is wrong with the bodies once `given` stands beside `stored`; every body belongs to a known unit. */
export function bodyIssues(
  given: readonly BodyRecord[],
  stored: readonly { id: string; parentId: string | null }[],
  unitIds: ReadonlySet<string>,
): IssueView[] {
  const parents: Parents = new Map([...stored, ...given].map((body) => [body.id, body.parentId]));
  return given.flatMap((body, i) => issuesOfBody(body, `bodies.${i}`, unitIds, parents));
}
