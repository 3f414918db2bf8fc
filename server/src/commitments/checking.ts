import { createHash } from 'node:crypto';
import type { Actor, Person } from '@danban/access';
import { canonicalJson } from '@danban/bytes';
import type { commitmentCheckInput } from '@danban/contract';
import { issuesOfCheck } from '@danban/replies';
import type { z } from 'zod';
import { nameOfUnit } from '../audit/queries.ts';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { dayOf } from '../organisations/index.ts';
import { findForUpdate } from '../surveys/queries.ts';
import { whereOf } from '../surveys/views.ts';
import { commitmentsOf } from './board.ts';
import { findChecks, findMarks, insertCheck, madeMark, type CheckBody } from './queries.ts';
import { knownIn, refuseSecret } from './words.ts';

type Wish = z.infer<typeof commitmentCheckInput>;

/** Whose board she speaks for: that of the nearest unit she inspects. */
function unitOfBoard(person: Person, unitPath: readonly string[]): string {
  const inspected = new Set(person.grants.flatMap(({ role, unitId }) => (role === 'inspector' ? [unitId] : [])));
  return unitPath.find((unit) => inspected.has(unit))!;
}

/** Says what the board found of a mark that a commitment is kept: one more line, never a changed one. */
export async function checkMark(
  house: House,
  { person, by }: { person: Person; by: Actor },
  id: string,
  { mark: number, checks, check }: Wish,
): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    const survey = (await findForUpdate(trx, id))!;
    const looked = (await commitmentsOf(house, id, trx)).find(({ marks }) => marks[0]?.number === number);
    if (!looked) throw new ProblemError('commitment-changed-meanwhile');
    if (looked.keptOn === null) throw new ProblemError('commitment-check-not-now');
    const [before] = looked.marks[0]!.checks;
    if (looked.marks[0]!.checks.length !== checks) throw new ProblemError('commitment-changed-meanwhile');
    const issues = issuesOfCheck(check, await knownIn(house, survey), before !== undefined);
    if (issues.length > 0) throw new ProblemError('commitment-check-invalid', issues);
    refuseSecret(check.words);
    const mark = (await findMarks(trx, id)).find((one) => one.number === number)!;
    const hashOfMark = mark.hash.toString('hex');
    if (await madeMark(trx, by.id, id, hashOfMark)) throw new ProblemError('promises-here');
    const { unitPath } = await whereOf(house, survey);
    const on = dayOf(house.clock());
    const said: CheckBody = {
      ...{ schema: 1, mark: { number, hash: hashOfMark }, check, on },
      by: await nameOfUnit(trx, unitOfBoard(person, unitPath)),
    };
    const body = canonicalJson(said);
    const hash = createHash('sha256').update(body).digest();
    const next = (await findChecks(trx, id)).length + 1;
    await insertCheck(trx, { survey: id, number: next, mark: number, on, body, hash });
    const details = { answer: mark.seq, step: check.verdict, mark: hashOfMark, check: hash.toString('hex') };
    await record(house, trx, { by, act: 'reply.confirm', object: id, details });
  });
}
