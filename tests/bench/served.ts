// The process under measure: the product as web/server.ts puts it together, and beside it, each on a port of its
// own, what it is compared with. Started by house.ts with a channel; it ends when the channel does.
import { join } from 'node:path';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Person } from '@danban/access';
import { buildExample, createSignInLink, inOneDatabase, openHouseOn, type House } from '@danban/server';
import type { Address } from '@danban/db';
import type { People } from '@danban/server/example/people';
import type { Definition } from '@danban/survey';
import { openFront, pageListener, type Front } from '../../web/front/handler.ts';
import {
  insertingEach,
  naiveLists,
  plainList,
  bareSignatures,
  staticFile,
  storingNothing,
  type Listener,
} from './rivals.ts';
import { filePath, type Served } from './served.types.ts';
import { listedSurvey } from '../support/listedSurvey.ts';
import { openingOf } from '../support/respondent.ts';

const origin = 'http://localhost';
const encodings = { headers: { 'accept-encoding': 'gzip, deflate, br' } };

async function builtPages(): Promise<Listener> {
  process.env['PROTOCOL_HEADER'] = 'x-forwarded-proto';
  const built = '../../web/build/handler.js';
  return pageListener(((await import(built)) as { handler: Listener }).handler, origin);
}

function listen(listener: Listener): Promise<number> {
  const server = createServer(listener);
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)));
}

async function fileOf(front: Front, path: string): Promise<Listener> {
  const response = await front.send(path, encodings);
  const { 'content-type': type, 'content-encoding': encoding } = Object.fromEntries(response.headers);
  const headers = { 'content-type': type!, ...(encoding === undefined ? {} : { 'content-encoding': encoding }) };
  return staticFile(Buffer.from(await response.arrayBuffer()), headers);
}

const lastPart = (url: string): string => url.split('/').at(-1)!;

async function personOf({ db }: House, id: string): Promise<Person> {
  const rows = await db.selectFrom('role_grant').selectAll().where('account_id', '=', id).execute();
  const grants = rows.map((row) => ({ role: row.role, unitId: row.unit_id, bodyId: row.body_id }));
  return { id, name: '', grants };
}

const everybody = (person: Person) => ({ surveys: person, units: person, bodies: person });

const listedPeople = 9_000;
const school = 'THPT.SONGNINH';

async function listedIn(house: House, front: Front, people: People): Promise<Served['listed']> {
  const { survey, slug, respondents } = await listedSurvey({ house }, front.send, people, school, {
    [school]: listedPeople,
  });
  const { hash, record } = await openingOf(front.send, slug);
  const { unit } = record.strata[0]!;
  const codes = respondents.map(({ respondent }) => respondent.link.code);
  return { survey: survey.id, slug, opening: hash, unit, codes, definition: survey.definition as Definition };
}

async function serve(house: House, address: Address): Promise<Served> {
  const pages = await builtPages();
  const [noStore, insertEach] = [storingNothing(house), await insertingEach(house, address)].map(
    (rival) => openFront(rival, pages).listener,
  );
  const front = openFront(house, pages);
  const example = await buildExample(house, front.send);
  const [slug, resultsSlug] = [lastPart(example.survey), lastPart(example.results)];
  const page = await fileOf(front, `/s/${slug}`);
  const results = await fileOf(front, `/api/kq/${resultsSlug}`);
  const organizer = await personOf(house, example.people.organizer);
  const admin = await personOf(house, example.people.admin);
  const ports = {
    product: await listen(front.listener),
    noStore: await listen((req, res) => (req.url === filePath ? page : noStore!)(req, res)),
    insertEach: await listen(insertEach!),
    page: await listen(page),
    results: await listen(results),
    plainList: await listen(plainList(house)),
    bare: await listen(await bareSignatures()),
    naive: await listen(naiveLists(house, { ...everybody(organizer), accounts: admin })),
  };
  const signIn = {
    organizer: await createSignInLink(house, example.people.organizer),
    admin: await createSignInLink(house, example.people.admin),
  };
  return { ports, slug, resultsSlug, signIn, listed: await listedIn(house, front, example.people) };
}

const { connection, keysDir } = JSON.parse(process.env['BENCH']!) as { connection: Address; keysDir: string };
const { house } = await openHouseOn({
  databases: inOneDatabase(connection),
  keysDir,
  origin,
  mail: { dir: join(keysDir, 'mail') },
});
process.send!(await serve(house, connection));
process.once('disconnect', () => process.exit(0));
