// Disclosure control in a process of its own, over sheets in memory: what it takes is not what the database takes, and its
// peak of memory is its own. Started by `disclosure.ts` with a channel, on which it answers.
import {
  auditRelease,
  type GroupSet,
  type Patterns,
  protectQuestion,
  publishGroups,
  type QuestionTable,
} from '@danban/disclosure';
import { counted, groupsIn, tablesOf, thresholds } from './counted.ts';
import type { Disclosed, DisclosedWish } from './disclosed.types.ts';
import { organisation } from './organisation.ts';

/** On a busy machine a clock on the wall measures the others. */
function timed<T>(into: number[], work: () => T): T {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  into.push((user + system) / 1_000);
  return result;
}

function look(set: GroupSet, patterns: Patterns, tables: readonly QuestionTable[], found: Disclosed): void {
  const finished = tables.map((table) => ({
    ...table,
    ...timed(found.questions, () => protectQuestion(set, patterns, table)),
    breakdown: thresholds.breakdown,
  }));
  timed(found.audit, () => auditRelease(set, finished, 1));
}

const { shape, questions, rounds } = JSON.parse(process.env['BENCH']!) as DisclosedWish;
const answered = organisation(shape, questions);
const found: Disclosed = { groups: 0, counting: [], patterns: [], questions: [], audit: [], memoryMb: 0 };
for (let round = 0; round < rounds; round++) {
  const grouped: number[] = [];
  const own = timed(found.counting, () =>
    counted(answered, (occupied) => timed(grouped, () => groupsIn(answered, occupied))),
  );
  const patterns = timed(found.patterns, () =>
    publishGroups(own.set, own.set.inner, { thresholds, ledger: [], seed: 1 }),
  );
  found.counting[round]! -= grouped[0]!;
  found.patterns[round]! += grouped[0]!;
  found.groups = own.set.groups.length;
  look(own.set, patterns, tablesOf(answered, own), found);
}
found.memoryMb = process.resourceUsage().maxRSS / 1_024;
process.send?.(found);
process.disconnect?.();
