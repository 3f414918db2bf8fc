import { constants, generateKeyPair, privateEncrypt, randomBytes, randomUUID, sign, verify } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { connect, type Address } from '@danban/db';
import type { Person } from '@danban/access';
import type { House } from '@danban/server';
import { textOf, writeContent } from '@danban/server/urn/content';
import { seal, tagOf } from '@danban/server/urn/envelope';
import { naive } from './naive.ts';
import { signingPath, verifyingPath } from './served.types.ts';

export type Listener = (req: IncomingMessage, res: ServerResponse) => void;
type Accept = House['urn']['accept'];

const acceptedBy = (house: House, accept: Accept): House => ({ ...house, urn: { ...house.urn, accept } });

/** The same house, whose urn says "accepted" and keeps nothing. */
export function storingNothing(house: House): House {
  return acceptedBy(house, async () => 'accepted');
}

const tableOfEach = sql`create table if not exists public.insert_each (
  survey_id uuid not null, tag bytea not null, batch_id uuid, key_id uuid, sealed bytea, primary key (survey_id, tag))`;

/** The same house, which seals as the urn does and commits one insert per request, over sixteen connections. */
export async function insertingEach(house: House, address: Address): Promise<House> {
  const db = connect(address, { max: 16 });
  await tableOfEach.execute(db);
  const [tagKey, key, batch, keyId] = [randomBytes(32), randomBytes(32), randomUUID(), randomUUID()];
  return acceptedBy(house, async (survey, { nullifier, unit, answers, packed }) => {
    const tag = tagOf(tagKey, nullifier ?? randomBytes(32));
    const salt = randomBytes(32).toString('base64url');
    const sealed = seal(
      key,
      tag,
      writeContent({ unit, salt, text: textOf(answers), packed, credential: new Uint8Array() }),
    );
    const done = await sql`insert into public.insert_each (survey_id, tag, batch_id, key_id, sealed)
      values (${survey}, ${tag}, ${batch}, ${keyId}, ${sealed}) on conflict do nothing`.execute(db);
    return done.numAffectedRows === 1n ? 'accepted' : 'already-counted';
  });
}

/** A file as a plain server sends it: read before, compressed before, its head written anew. */
export function staticFile(body: Buffer, headers: Record<string, string>): Listener {
  return (req, res) => {
    req.resume();
    res.writeHead(200, { ...headers, 'content-length': body.length }).end(body);
  };
}

/** The same rows as a page of the surveys' list, chosen by nobody's rights and sent as they come. */
export function plainList(house: House): Listener {
  return (req, res) => {
    req.resume();
    void sql`
      select survey.id, survey.title, survey.state, survey.closes_at, survey.published, body.name as body, unit.name as unit
      from survey join body on body.id = survey.body_id join unit on unit.id = survey.unit_id
      order by survey.closes_at desc nulls first, survey.drafted_at desc, survey.id limit 50`
      .execute(house.db)
      .then(({ rows }) => {
        const body = JSON.stringify(rows);
        res.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }).end(body);
      });
  };
}

/** Lists in the naive way, each under its name, for somebody with these grants; what it took is answered in milliseconds. */
export function naiveLists(house: House, people: Record<string, Person>): Listener {
  return (req, res) => {
    req.resume();
    const name = (req.url ?? '').slice(1);
    const began = performance.now();
    void naive[name]!(house, people[name]!).then((rows) => {
      const body = JSON.stringify({ ms: performance.now() - began, rows: rows.length });
      res.writeHead(200, { 'content-type': 'application/json' }).end(body);
    });
  };
}

/** How often the work is done within a second of the core. */
function perSecond(work: () => unknown): number {
  const until = performance.now() + 1_000;
  let done = 0;
  for (; performance.now() < until; done++) work();
  return done;
}

/** What a core can sign and verify at most: bare signatures with keys of the same kind, one after the other for a second. */
export async function bareSignatures(): Promise<Listener> {
  const { privateKey, publicKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 3072 });
  const message = Buffer.concat([Buffer.alloc(1), randomBytes(383)]);
  const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 };
  const signature = sign('sha384', message, { key: privateKey, ...pss });
  const own = await promisify(generateKeyPair)('ed25519');
  const proof = sign(null, message, own.privateKey);
  const works: Record<string, () => unknown> = {
    [signingPath]: () => privateEncrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, message),
    [verifyingPath]: () =>
      verify('sha384', message, { key: publicKey, ...pss }, signature) && verify(null, message, own.publicKey, proof),
  };
  return (req, res) => {
    req.resume();
    res.end(String(perSecond(works[req.url ?? '']!)));
  };
}
