import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

/** Files that take minutes, the longest first: begun at the end, one of them would run alone on an idle machine. */
const long = [
  'privacy/kill',
  'e2e/access',
  'e2e/access.surveys',
  'api/imports',
  'privacy/attack',
  'privacy/marker',
  'privacy/comments',
  'e2e/editor',
  'api/audit.routes',
  'api/life',
];

function rank({ moduleId }: TestSpecification): number {
  const at = long.findIndex((name) => moduleId.endsWith(`/tests/${name}.test.ts`));
  return at < 0 ? long.length : at;
}

/** Long files first, then as vitest has it. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => rank(a) - rank(b));
  }
}
