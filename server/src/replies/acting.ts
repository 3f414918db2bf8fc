import { actorFor, can, type Person } from '@danban/access';
import { goesFrom, isOwn, issuesOfProposal, type Proposal, type ReplyAct, type ReplyActKind } from '@danban/replies';
import { replyBody } from '@danban/contract';
import type { KnownNames } from '@danban/text';
import { record } from '../audit/record.ts';
import { moderatingOf } from '../comments/moderating.ts';
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

/** Under the same survey lock: what a proposal is judged beside. */
interface Judging {
  answering: Answering;
  answers: Answers;
  parties: Parties;
  known: KnownNames;
  today: string;
}

/** @param today null: the clause alone is new, and the date of a commitment may have passed */
function refuseProposal(proposal: Proposal, { answering, answers, known }: Judging, today: string | null): void {
  const others = othersThan(answers, answering).map((one) => [one.id, one.standing.proposal] as const);
  const [out] = answering.out.slice(-1);
  const standing = out ? replyBody.parse(JSON.parse(out.body)).commitment : null;
  const judged = { standing, known, today };
  const beside = { cluster: answering.id, others: new Map(others), ...clausesBeside(answers.versions), ...judged };
  const issues = issuesOfProposal(proposal, beside);
  if (issues.length > 0) throw new ProblemError('reply-invalid', issues);
}

/** What the words of an act must hold to, beyond who does it and when. */
function refuseWords(act: ReplyAct, judging: Judging): void {
  const { answering, parties, today } = judging;
  if (act.kind === 'propose') refuseProposal(act.proposal, judging, today);
  const { proposal } = answering.standing;
  if (act.kind === 'place') {
    if (!answering.clauseOwed || proposal === null) throw new ProblemError('reply-not-now');
    refuseProposal({ ...proposal, clause: act.clause }, judging, null);
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
    const today = dayOf(house.clock());
    const { known } = await moderatingOf(house, row);
    refuseWords(wish.act, { answering, answers, parties, known, today });
    await insertStep(trx, {
      ...{ survey, cluster: wish.cluster, number: wish.step + 1, by: person.id, role: by.role!, act: wish.act },
      day: today,
      ...{ members: answering.members, ofPoint: answering.point !== null },
    });
    await record(house, trx, { by, act: toldAs[kind], object: survey, details: { cluster: wish.cluster } });
  });
}
