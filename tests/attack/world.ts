import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, startEmbedded, type Db } from '@danban/db';
import { answersFor } from '@danban/server/example/answers';
import { repeatable } from '@danban/server/example/chance';
import { settle } from '@danban/server/example/people';
import { signedIn, type Send } from '@danban/server/example/visitor';
import type { SurveyView } from '@danban/contract';
import type { Answers, Definition } from '@danban/survey';
import { sql } from 'kysely';
import { baseBackup } from '../support/backup.ts';
import { testHouse } from '../support/house.ts';
import { listedSurvey } from '../support/listedSurvey.ts';
import type { Respondent } from '../support/respondent.ts';
import { writeOut } from '../support/traces.ts';
import { openCanary, type Canary } from './canary.ts';

export type Side = 'product' | 'canary';

const day = 24 * 60 * 60 * 1000;
const unit = 'THPT.SONGNINH';

/** Somebody of the list, in the order in which they answered, and the words only their sheet has. */
export interface Answerer {
  name: string;
  /** One for the product, one for the leaky design: both lie on one server. */
  marks: Record<Side, string>;
  /** How many answers were opened together with this one. */
  among: number;
}

/** What anybody may ask for while people answer, asked after each of them. */
export type Glance = Record<Side, string>;

/** Everything that is left when three days of answering are over, and what was seen meanwhile. */
export interface World {
  survey: string;
  /** Superuser of the server: holds every table, page and file. */
  db: Db;
  dataDir: string;
  /** Backups taken on the last day, before the close, and afterwards. */
  backups: { before: string; after: string };
  /** Who came in which order, as the vault's pages told before its marks became counts; names. */
  cameInOrder: string[];
  answerers: Answerer[];
  glances: Glance[];
  logs: Record<Side, string[]>;
  leave(): Promise<void>;
}

const newMark = (): string => `dauhieu${randomBytes(8).toString('hex')}`;

function sheetWith(definition: Definition, mark: string, seed: number): Answers {
  const free = definition.questions.find(({ type }) => type === 'text')!.id;
  return { ...answersFor(definition, repeatable(seed), 0.6), [free]: mark } as Answers;
}

/** One after the other, each sending at once: the least a crowd can do for itself. */
async function answerOne(one: Respondent, answers: Answers, canary: Canary, mark: string): Promise<void> {
  const collected = await one.collect();
  const sent = await one.answer(answers);
  if (!collected.ok || sent.status !== 201) throw new Error(`an answer was refused: ${await sent.text()}`);
  await canary.submit(mark);
}

/** Who came when, out of the transaction ids of the vault's rows. */
async function orderOfPeople(db: Db, survey: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from roster.entry where survey_id = ${survey} and blinded_hash is not null
    order by age(xmin) desc, ctid`.execute(db);
  return rows.map((row) => row.name);
}

/** The product and the leaky design on one server, with an open survey of so many people. */
async function stageFor(people: number, home: string) {
  const dataDir = join(home, 'data');
  const settings = { fsync: 'off', wal_keep_size: '4GB', autovacuum: 'off' };
  const postgres = await startEmbedded({ dataDir, settings });
  const db = connect(postgres.connection);
  const at = await testHouse({ db, connection: postgres.connection, close: async () => undefined });
  const send: Send = (path, init) => at.app.request(path, init);
  const staff = await settle(at.house, undefined);
  const listed = await listedSurvey(at, send, staff, unit, { [unit]: people });
  const canary = await openCanary(db);
  const desk = () => signedIn(at.house, send, staff.organizer);
  const leave = async (): Promise<void> => {
    await at.leave();
    await db.destroy();
    await postgres.stop();
    await rm(home, { recursive: true, force: true });
  };
  return { ...listed, dataDir, db, at, send, canary, desk, leave };
}

type Stage = Awaited<ReturnType<typeof stageFor>>;

/** What can be asked for, by a stranger and by the organizer. */
async function glanceAt({ slug, survey, send, canary }: Stage, organizer: Desk): Promise<Glance> {
  const paths = [`/api/s/${slug}`, `/api/s/${slug}/opening`, `/s/${slug}`, '/api/published'];
  const shown: string[] = [];
  for (const path of paths) shown.push(await (await send(path)).text());
  shown.push(JSON.stringify(await organizer.get(`/surveys/${survey.id}`)));
  return { product: shown.join('\n'), canary: await canary.shown() };
}

type Desk = Awaited<ReturnType<Stage['desk']>>;

/** One after the other they come and answer; before the first and after each of them somebody looks. */
async function answerAll(stage: Stage, crowd: Stage['respondents'], seed: number) {
  const { canary, survey } = stage;
  const organizer = await stage.desk();
  const glances = [await glanceAt(stage, organizer)];
  const answerers: Answerer[] = [];
  for (const { name, respondent } of crowd) {
    const marks = { product: newMark(), canary: newMark() };
    const sheet = sheetWith(survey.definition as Definition, marks.product, seed + answerers.length);
    await answerOne(respondent, sheet, canary, marks.canary);
    answerers.push({ name, marks, among: 0 });
    glances.push(await glanceAt(stage, organizer));
  }
  return { answerers, glances };
}

/** A day passes, and with it a flush. */
async function nextDay({ at, db, survey }: Stage, answerers: Answerer[]): Promise<void> {
  at.pass(day + 1000);
  await at.work();
  await countBatch(db, survey, answerers);
}

async function close({ at, db, survey, desk }: Stage, answerers: Answerer[]): Promise<void> {
  await (await desk()).post(`/surveys/${survey.id}/close`);
  await at.work();
  await at.work();
  await countBatch(db, survey, answerers);
}

/** Who wants to hear how it goes on, and to look at the server while the last day's answers lie sealed. */
export interface Watch {
  say?: (words: string) => void;
  beforeClose?: (world: World) => Promise<void>;
}

/** A survey of so many people over three days, with the real API on a real server, and the attacker at every window. */
export async function liveThrough(people: number, { say, beforeClose }: Watch): Promise<World> {
  const home = await mkdtemp(join(tmpdir(), 'danban-attack-'));
  const stage = await stageFor(people, home);
  const { survey, db, dataDir, at, canary, leave } = stage;
  const [answerers, glances]: [Answerer[], Glance[]] = [[], []];
  const perDay = Math.ceil(people / 3);
  for (let from = 0; from < people; from += perDay) {
    const today = await answerAll(stage, stage.respondents.slice(from, from + perDay), from);
    answerers.push(...today.answerers);
    glances.push(...today.glances);
    say?.(`${answerers.length} of ${people} have answered`);
    // The last day's answers stay sealed until the close.
    if (answerers.length < people) await nextDay(stage, answerers);
  }
  const backups = { before: join(home, 'before'), after: join(home, 'after') };
  const logs = { product: at.logged, canary: canary.logged };
  const cameInOrder = await orderOfPeople(db, survey.id);
  const world: World = { survey: survey.id, db, dataDir, backups, cameInOrder, answerers, glances, logs, leave };
  await writeOut(db);
  await baseBackup(db, dataDir, backups.before);
  await beforeClose?.(world);
  await close(stage, answerers);
  await writeOut(db);
  await baseBackup(db, dataDir, backups.after);
  return world;
}

/** Everybody whose answer lies open and did not before was opened just now: among so many a guess has to find it. */
async function countBatch(db: Db, { id }: SurveyView, answerers: Answerer[]): Promise<void> {
  const { rows } = await sql<{ body: string }>`select body from urn.submission where survey_id = ${id}`.execute(db);
  const all = rows.map((row) => row.body).join('\n');
  const fresh = answerers.filter(({ marks, among }) => among === 0 && all.includes(marks.product));
  for (const one of fresh) one.among = fresh.length;
}
