import { createHmac, generateKeyPair, randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { promisify } from 'node:util';
import type { ImportView, MailView, SurveyView } from '@danban/contract';
import { connect, type Address } from '@danban/db';
import { repeatable } from '@danban/server/example/chance';
import type { Definition } from '@danban/survey';
import { sql } from 'kysely';
import { postOffice } from '../support/postOffice.ts';
import { teachersOf, type ListedTeacher } from '../support/province.ts';
import { atMost, type Figure } from './figures.ts';
import { startServer } from './machine.ts';
import { openBench, type Bench } from './product.ts';
import { inTurns, median, ratio } from './rounds.ts';
import type { RosterServed, Strain } from './served.types.ts';

const many = 50_000;
const few = 500;
const schools = 20;
const mailedFor = 10_000;

type Desk = Awaited<ReturnType<typeof deskOf>>;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The organizer's side of a product in a process of its own, and how that process bears it. */
async function deskOf({ address, keysDir }: Bench, smtpUrl: string) {
  const child = startServer('tests/bench/rosterServed.ts', {
    BENCH: JSON.stringify({ connection: address, keysDir, smtpUrl, schools }),
  });
  const [served] = (await once(child, 'message')) as [RosterServed];
  const api = `http://127.0.0.1:${served.port}/lam-viec/api`;
  const headers: Record<string, string> = { origin: 'http://localhost', 'content-type': 'application/json' };
  const token = new URL(served.signIn).searchParams.get('ma');
  const signed = await fetch(`${api}/sessions/link`, { method: 'POST', headers, body: JSON.stringify({ token }) });
  headers['cookie'] = signed.headers.getSetCookie()[0]!.split(';')[0]!;
  const send = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const isFile = body instanceof Uint8Array;
    const type = isFile ? { 'content-type': 'application/octet-stream' } : {};
    const sent = body === undefined ? {} : { body: isFile ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body) };
    const answer = await fetch(`${api}${path}`, { method, headers: { ...headers, ...type }, ...sent });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const strain = async (): Promise<Strain> => {
    child.send('strain');
    return ((await once(child, 'message')) as [Strain])[0];
  };
  const stop = async (): Promise<void> => {
    const gone = once(child, 'exit');
    child.disconnect();
    await gone;
  };
  return { send, strain, stop };
}

async function draft({ send }: Desk): Promise<string> {
  const where = { template: 'khao-sat-hai-long-phu-huynh', bodyId: 'CDGD-TINH', unitId: 'SGDDT' };
  const { id, revision, definition } = await send<SurveyView>('POST', '/surveys', where);
  const behindList = { ...(definition as Definition), door: 'roster', audienceKind: 'staff' };
  await send('PUT', `/surveys/${id}`, { definition: behindList, revision });
  return id;
}

function fileOf(people: readonly ListedTeacher[]): Uint8Array {
  const rows = people.map(({ name, unit, email, phone }) => [name, unit, email, phone].join(';'));
  return new TextEncoder().encode(['Họ tên;Đơn vị;E-mail;Điện thoại', ...rows].join('\r\n'));
}

/** Reads the file and stores the list; what each took. */
async function listed({ send }: Desk, id: string, people: readonly ListedTeacher[]) {
  let view: ImportView | undefined;
  const read = await timed(async () => {
    view = await send<ImportView>('POST', `/surveys/${id}/roster/read`, fileOf(people));
  });
  const { table, sheet, columns, day } = view!;
  return { read, store: await timed(() => send('POST', `/surveys/${id}/roster`, { table, sheet, columns, day })) };
}

/** The same rows in one statement into a table of the same shape and indexes: what no list can be stored faster than. */
async function plainly(address: Address, people: readonly ListedTeacher[]): Promise<number> {
  const db = connect(address, { max: 1 });
  try {
    await sql`create table public.plain_entry (like roster.entry including all)`.execute(db);
    return await timed(() =>
      sql`insert into public.plain_entry (survey_id, id, place, unit_id, name, search_key, email, phone)
        select ${randomUUID()}::uuid, gen_random_uuid(), n, unit, name, name, email, phone
        from unnest(${people.map(({ unit }) => unit)}::text[], ${people.map(({ name }) => name)}::text[],
          ${people.map(({ email }) => email)}::text[], ${people.map(({ phone }) => phone)}::text[])
          with ordinality as listed (unit, name, email, phone, n)`.execute(db),
    );
  } finally {
    await db.destroy();
  }
}

async function opened({ send }: Desk, id: string): Promise<void> {
  const closesAt = new Date(Date.now() + 20 * 24 * 60 * 60 * 1000).toISOString();
  let { state } = await send<SurveyView>('POST', `/surveys/${id}/open`, { closesAt });
  while (state !== 'open') {
    await pause(100);
    ({ state } = await send<SurveyView>('GET', `/surveys/${id}`));
  }
}

async function bareKeys(): Promise<void> {
  const newPair = promisify(generateKeyPair);
  for (let i = 0; i < schools; i++) await newPair('rsa', { modulusLength: 3072, publicExponent: 65537 });
}

/** Milliseconds for one letter, over so many seconds of mailing. */
async function perLetter({ send }: Desk, id: string): Promise<number> {
  await send('POST', `/surveys/${id}/roster/mail`, { kind: 'invitation' });
  const start = performance.now();
  await pause(mailedFor);
  const { mailings } = await send<MailView>('GET', `/surveys/${id}/roster/mail`);
  return (performance.now() - start) / mailings[0]!.sent!.done;
}

/** What one letter costs where everybody is dealt a place anew for every twenty. */
async function perLetterDealtAnew(): Promise<number> {
  const [key, people] = [randomBytes(32), Array.from({ length: many }, () => randomUUID())];
  const placeOf = (person: string): string => createHmac('sha256', key).update(person).digest('hex');
  const dealing = await timed(async () => {
    const places = new Map(people.map((person) => [person, placeOf(person)]));
    people.sort((a, b) => (places.get(a)! < places.get(b)! ? -1 : 1));
    await Promise.resolve();
  });
  return dealing / 20;
}

const page = (desk: Desk, id: string, number: number) => () =>
  timed(() => desk.send('GET', `/surveys/${id}/roster/people?page=${number}`));

async function measured(bench: Bench, desk: Desk): Promise<Figure[]> {
  const teachers = teachersOf(repeatable(7), many, schools);
  const [id, small] = [await draft(desk), await draft(desk)];
  await listed(desk, small, teachers.slice(0, few));
  await desk.strain();
  const { read, store } = await listed(desk, id, teachers);
  const plain = await plainly(bench.address, teachers);
  const pages = await inTurns(9, { few: page(desk, small, 9), many: page(desk, id, 9), last: page(desk, id, 990) });
  const keys = await timed(bareKeys);
  const open = await timed(() => opened(desk, id));
  const letter = await perLetter(desk, id);
  const { stillMs, memoryMb } = await desk.strain();
  return [
    { name: 'roster/read', value: read, unit: `ms to read a list of ${many}`, target: null },
    { name: 'roster/store', value: store / plain, unit: '× a plain insert of its rows', target: atMost(6) },
    { name: 'roster/page', value: median(pages.many), unit: `ms for a page of ${many} people`, target: null },
    { name: 'roster/paged', value: ratio(pages.many, pages.few), unit: `× a page of ${few}`, target: atMost(2) },
    { name: 'roster/last', value: ratio(pages.last, pages.few), unit: '× the same, the last page', target: atMost(4) },
    { name: 'roster/open', value: open / keys, unit: `× making its ${schools} keys alone`, target: atMost(5) },
    { name: 'roster/letters', value: 1_000 / letter, unit: 'letters per second by SMTP', target: null },
    {
      name: 'roster/letter',
      value: letter / (await perLetterDealtAnew()),
      unit: `× dealing ${many} places anew for every twenty`,
      target: atMost(1),
    },
    { name: 'roster/still', value: stillMs, unit: 'ms the main thread stood still at most', target: null },
    { name: 'roster/memory', value: memoryMb, unit: 'MB held at most', target: null },
  ];
}

/** A list of fifty thousand people from its file to their letters, in a database of its own. */
export async function rosters(): Promise<Figure[]> {
  const [bench, office] = [await openBench(), await postOffice()];
  try {
    const desk = await deskOf(bench, office.url);
    return await measured(bench, desk).finally(desk.stop);
  } finally {
    await office.close();
    await bench.stop();
  }
}
