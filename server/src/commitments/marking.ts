import { createHash } from 'node:crypto';
import type { Actor } from '@danban/access';
import { canonicalJson } from '@danban/bytes';
import type { commitmentMarkInput } from '@danban/contract';
import { issuesOfMark } from '@danban/replies';
import type { z } from 'zod';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { dayOf } from '../organisations/index.ts';
import { publicName } from '../replies/people.ts';
import { findOut } from '../replies/queries.ts';
import { findForUpdate, type SurveyRow } from '../surveys/queries.ts';
import { commitmentsOf } from './board.ts';
import { attachTo, findWaitingFiles } from './files.queries.ts';
import { findMarks, insertMark, type MarkBody } from './queries.ts';
import { knownIn, refuseSecret } from './words.ts';

type Wish = z.infer<typeof commitmentMarkInput>;

async function refuseWords(house: House, survey: SurveyRow, { mark }: Wish): Promise<void> {
  const issues = issuesOfMark(mark, await knownIn(house, survey));
  if (issues.length > 0) throw new ProblemError('commitment-mark-invalid', issues);
  refuseSecret(mark.words);
}

/** Says that a commitment is kept, with evidence, or that it is open after all: one more line, never a changed one. */
export async function markCommitment(house: House, by: Actor, id: string, wish: Wish): Promise<void> {
  const { seq, standing, mark } = wish;
  await house.db.transaction().execute(async (trx) => {
    const survey = (await findForUpdate(trx, id))!;
    await refuseWords(house, survey, wish);
    const commitment = (await commitmentsOf(house, id, trx)).find((one) => one.seq === seq);
    if (!commitment || commitment.standing !== standing) throw new ProblemError('commitment-changed-meanwhile');
    if (mark.kind === 'reopened' && commitment.keptOn === null) throw new ProblemError('commitment-not-now');
    const answer = (await findOut(trx, id)).find((one) => one.seq === seq)!;
    const on = dayOf(house.clock());
    const files = await findWaitingFiles(trx, { survey: id, by: by.id }, wish.files);
    if (files.length !== new Set(wish.files).size) throw new ProblemError('evidence-gone');
    const said: MarkBody = {
      schema: 1,
      answer: { seq, hash: answer.hash },
      files: files.map(({ media, size, sha256 }) => ({ media, size, sha256 })),
      ...{ mark, by: publicName(by.role!, survey), on },
    };
    const body = canonicalJson(said);
    const hash = createHash('sha256').update(body).digest();
    const number = (await findMarks(trx, id)).length + 1;
    await insertMark(trx, { survey: id, number, seq, on, body, hash });
    await attachTo(
      trx,
      id,
      number,
      files.map((one) => one.id),
    );
    const details = { answer: seq, step: mark.kind, mark: hash.toString('hex') };
    await record(house, trx, { by, act: 'reply.keep', object: id, details });
  });
}
