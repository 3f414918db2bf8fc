import { actorFor, can, type Person } from '@danban/access';
import { goesFrom, isOwn, issuesOfProposal, type Proposal, type ReplyAct, type ReplyActKind } from '@danban/replies';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { dayOf } from '../organisations/index.ts';
import { findForUpdate } from '../surveys/queries.ts';
import { clausesBeside } from './clauses.ts';
import { answersOf, itemsIn, othersThan, type Answering, type Answers } from './clusters.ts';
import { actOf, hasOthers, partiesOf, whoMayPropose, type Parties } from './people.ts';
import { insertStep } from './queries.ts';

interface Wish {
  cluster: string;
  /** After so many steps of the cluster. */
  step: number;
  act: ReplyAct;
}

const toldAs = {
  assign: 'reply.assign',
  propose: 'reply.propose',
  check: 'reply.check',
  return: 'reply.return',
  approve: 'reply.approve',
  place: 'reply.place',
  correct: 'reply.correct',
} as const satisfies Record<ReplyActKind, string>;

/** The person in the role that lets her do it; refused where none does. */
function actorOf(person: Person, kind: ReplyActKind, { where }: Parties) {
  const act = actOf[kind].find((one) => can(person, one, where));
  if (act === undefined) throw new ProblemError('not-allowed');
  return actorFor(person, act, where);
}

function refuseProposal(proposal: Proposal, answering: Answering, answers: Answers): void {
  const others = othersThan(answers, answering).map((one) => [one.id, one.standing.proposal] as const);
  const beside = { cluster: answering.id, others: new Map(others), ...clausesBeside(answers.versions) };
  const issues = issuesOfProposal(proposal, beside);
  if (issues.length > 0) throw new ProblemError('reply-invalid', issues);
}

/** What the words of an act must hold to, beyond who does it and when. */
function refuseWords(act: ReplyAct, answering: Answering, answers: Answers, parties: Parties): void {
  if (act.kind === 'propose') refuseProposal(act.proposal, answering, answers);
  const { proposal } = answering.standing;
  if (act.kind === 'place') {
    if (!answering.clauseOwed || proposal === null) throw new ProblemError('reply-not-now');
    refuseProposal({ ...proposal, clause: act.clause }, answering, answers);
  }
  if (act.kind === 'assign' && !whoMayPropose(parties).some(({ id }) => id === act.to)) {
    throw new ProblemError('reply-cannot-assign');
  }
}

/** One step of the answer to one cluster or point, on what it is now. */
export async function act(house: House, person: Person, survey: string, wish: Wish): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    const row = await findForUpdate(trx, survey);
    if (!row) throw new ProblemError('not-found');
    const parties = await partiesOf(house, row, trx);
    const { kind } = wish.act;
    const by = actorOf(person, kind, parties);
    const answers = await answersOf(trx, row);
    const answering = itemsIn(answers).find(({ id }) => id === wish.cluster);
    if (!answering) throw new ProblemError('cluster-gone');
    if (answering.steps.length !== wish.step) throw new ProblemError('reply-changed-meanwhile');
    if (!goesFrom(kind, answering.standing.state)) throw new ProblemError('reply-not-now');
    if (isOwn(kind, answering.standing, person.id, hasOthers(parties, kind, person.id))) {
      throw new ProblemError('reply-own-words');
    }
    refuseWords(wish.act, answering, answers, parties);
    await insertStep(trx, {
      ...{ survey, cluster: wish.cluster, number: wish.step + 1, by: person.id, role: by.role!, act: wish.act },
      day: dayOf(house.clock()),
      ...{ members: answering.members, ofPoint: answering.point !== null },
    });
    await record(house, trx, { by, act: toldAs[kind], object: survey, details: { cluster: wish.cluster } });
  });
}
