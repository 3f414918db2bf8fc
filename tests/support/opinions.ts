import type { CommentView, SurveyView } from '@danban/contract';
import type { FreshDatabase } from './freshDatabase.ts';
import { comeIn, invite, visitor, type Visitor } from './staff.ts';
import { surveyRun, type SurveyRun } from './surveyRun.ts';

/** Opinions that were written, counted and lie there to be read. */
export interface OpinionsRun {
  run: SurveyRun;
  survey: SurveyView;
  admin: Visitor;
  organizer: Visitor;
  /** Two who moderate for the whole province. */
  one: Visitor;
  two: Visitor;
  /** Somebody with this role at this unit. */
  holding(role: string, unitId: string): Promise<Visitor>;
  at(path: string): string;
}

let serial = 0;

export async function opinionsRun(
  database: FreshDatabase,
  texts: string[],
  unitId = 'THPT.SONGNINH',
): Promise<OpinionsRun> {
  const run = await surveyRun(database);
  const opened = await run.open(unitId);
  await run.answer(opened, texts);
  await run.nextDay();
  const survey = await run.release(opened);
  const { app, house } = run.at;
  const came = async (account: string): Promise<Visitor> => {
    const person = visitor(app);
    await comeIn(house, person, account);
    return person;
  };
  const admin = await came(run.people.admin);
  const holding = async (role: string, at: string): Promise<Visitor> => {
    serial += 1;
    return came((await invite(admin, { login: `${role}.${serial}`, role, unitId: at })).id);
  };
  return {
    run,
    survey,
    admin,
    organizer: await came(run.people.organizer),
    one: await holding('moderator', 'SGDDT'),
    two: await holding('moderator', 'SGDDT'),
    holding,
    at: (path) => `/surveys/${survey.id}/comments${path}`,
  };
}

export async function readJson<View>(person: Visitor, path: string): Promise<View> {
  const answer = await person.send('GET', path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as View;
}

/** Reads every opinion that waits for this person and holds of each what `decide` says; the masks that were suggested stay. */
export async function readAll(
  { at }: Pick<OpinionsRun, 'at'>,
  person: Visitor,
  decide: (comment: CommentView) => string = () => 'answer',
): Promise<number> {
  for (let read = 0; ; read++) {
    const { comment } = await readJson<{ comment: CommentView | null }>(person, at('/next'));
    if (!comment) return read;
    const review = { decision: decide(comment), masks: comment.suggested };
    const answer = await person.send('PUT', at(`/one/${comment.id}/review`), review);
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  }
}
