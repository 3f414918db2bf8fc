import type { Actor } from '@danban/access';
import { toldParts } from '@danban/comments';
import { replyBody, type ReplyBody } from '@danban/contract';
import { gapsOf, nextRow, type Proposal } from '@danban/replies';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { dayOf } from '../organisations/index.ts';
import { definitionInForce } from '../surveys/frozen.ts';
import { findForUpdate, type SurveyRow } from '../surveys/queries.ts';
import { sha256 } from '../sha256.ts';
import { verified } from './chain.ts';
import { clauseOut } from './clauses.ts';
import { answerable, answersOf, lockedIn, othersThan, type Answering, type Answers } from './clusters.ts';
import { pointView } from './given.ts';
import { publicName } from './people.ts';
import { insertOut, type OutRow, type StepRow } from './queries.ts';

/** What is told of the size of each cluster: as with the opinions themselves, none follows by subtraction. */
function sizesTold(answers: Answers, survey: SurveyRow): Map<string, number | null> {
  const { clusters, loose } = answers;
  const parts = toldParts(
    [...clusters.map(({ comments }) => comments.length), loose],
    definitionInForce(survey).thresholds.comments,
  );
  return new Map(clusters.map(({ id }, at) => [id, parts[at]!]));
}

function roleOf(steps: readonly StepRow[], kind: string): string {
  return steps.findLast(({ act }) => act.kind === kind)!.role;
}

interface Context {
  survey: SurveyRow;
  answers: Answers;
  sizes: Map<string, number | null>;
  on: string;
}

function mergedInto({ mergedInto: id }: Proposal, others: readonly Answering[]): ReplyBody['mergedInto'] {
  const into = others.find((one) => one.id === id);
  return into ? { cluster: into.id, title: into.title } : null;
}

/** An answer as it goes out. */
function bodyOf(answering: Answering, { survey, answers, sizes, on }: Context): ReplyBody {
  const { id, title, point, steps, out, standing } = answering;
  const proposal = standing.proposal!;
  const [before] = out.slice(-1);
  const named = (kind: string): string => publicName(roleOf(steps, kind), survey);
  return replyBody.parse({
    schema: 1,
    ...{ cluster: id, title, opinions: sizes.get(id) ?? null, on },
    point: point && pointView(point),
    ...{ resolution: proposal.resolution, explanation: proposal.explanation },
    clause: clauseOut(proposal, answers.versions),
    mergedInto: mergedInto(proposal, othersThan(answers, answering)),
    commitment: proposal.commitment,
    ...{ answeredBy: named('propose'), checkedBy: named('check'), approvedBy: named('approve') },
    corrects: before ? { seq: before.seq, reason: standing.correction ?? '' } : null,
  });
}

/** Everything that was approved goes out at once, under the coverage lock, each answer a row of the chain. */
export async function publish(house: House, by: Actor, id: string): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    const survey = (await findForUpdate(trx, id))!;
    const answers = await answersOf(trx, survey);
    const gaps = gapsOf(lockedIn(answers));
    const issues = gaps.map(({ code, count }) => ({ path: '', code, params: { count } }));
    if (issues.length > 0) throw new ProblemError('replies-not-ready', issues);
    const ready = answerable(answers).filter(({ standing }) => standing.state === 'approved');
    if (ready.length === 0) throw new ProblemError('replies-not-ready', [{ path: '', code: 'nothing-new' }]);
    // A chain that was tampered with is not gone on with.
    if ((await verified(trx, id, answers.out)).broken)
      throw new ProblemError('replies-not-ready', [{ path: '', code: 'chain-broken' }]);
    const context = { survey, answers, sizes: sizesTold(answers, survey), on: dayOf(house.clock()) };
    let head: OutRow | null = answers.out.at(-1) ?? null;
    for (const one of ready) {
      head = { ...nextRow(sha256, head, bodyOf(one, context)), cluster: one.id, step: one.steps.length };
      await insertOut(trx, id, head);
    }
    const details = { answers: ready.length, last: head!.seq, head: head!.hash };
    await record(house, trx, { by, act: 'reply.publish', object: id, details });
  });
}
