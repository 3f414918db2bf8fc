import { createHash } from 'node:crypto';
import { canonicalJson } from '@danban/bytes';
import { secrecyStamp } from '@danban/consultation';
import type { VerdictInput } from '@danban/contract';
import { issuesOfVerdict, verdictOf, type VerdictGiven } from '@danban/critique';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { dayOf } from '../organisations/index.ts';
import { findOut, type OutRow } from '../replies/queries.ts';
import { findForUpdate } from '../surveys/queries.ts';
import type { Inside } from './door.ts';
import type { Trx } from './queries.ts';
import { pointsOf } from './standing.ts';
import { findVerdicts, insertVerdict } from './verdicts.queries.ts';

function refuseWords(given: VerdictGiven): void {
  const issues = issuesOfVerdict(given);
  if (issues.length > 0) throw new ProblemError('verdict-not-ready', issues);
  const lines = [given.to, ...given.reason.split('\n')].map((text) => ({ text }));
  if (secrecyStamp(lines) !== null) throw new ProblemError('opinion-secret');
}

/** The answer at this place of the chain: to a point of the organisation's own, the newest, and not judged yet. */
async function answerToJudge(trx: Trx, { organisation, survey }: Inside, seq: number): Promise<OutRow> {
  const own = (await pointsOf(trx, survey.id)).filter((one) => one.organisation.id === organisation.id);
  const out = await findOut(trx, survey.id);
  const answer = out.find((one) => one.seq === seq && own.some(({ item }) => item === one.cluster));
  if (!answer) throw new ProblemError('verdict-no-answer');
  if (out.findLast(({ cluster }) => cluster === answer.cluster) !== answer) {
    throw new ProblemError('verdict-answer-changed');
  }
  if ((await findVerdicts(trx, survey.id)).some((one) => one.seq === seq)) throw new ProblemError('verdict-given');
  return answer;
}

/** The second round: whether an answer satisfies the organisation. Said once to each answer, and never changed. */
export async function judge(house: House, inside: Inside, { seq, ...given }: VerdictInput): Promise<void> {
  const { id, name, kind } = inside.organisation;
  const survey = inside.survey.id;
  refuseWords(given);
  await house.db.transaction().execute(async (trx) => {
    await findForUpdate(trx, survey);
    const { hash: answered } = await answerToJudge(trx, inside, seq);
    const on = dayOf(house.clock());
    const verdict = verdictOf(given, { organisation: { name, kind }, answer: { seq, hash: answered }, on });
    const body = canonicalJson(verdict);
    const hash = createHash('sha256').update(body).digest();
    await insertVerdict(trx, { survey, organisation: id, seq, on, body, hash });
    const details = { organisation: id, answer: seq, verdict: hash.toString('hex') };
    await record(house, trx, { by: null, act: 'opinion.verdict', object: survey, details });
  });
}
