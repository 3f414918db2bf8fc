import {
  constants,
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
} from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson, toBase64Url, utf8 } from '@danban/bytes';
import { credentialMessage, submissionMessage } from '@danban/credential';
import { compile, type Answers, type Compiled, type Definition } from '@danban/survey';
import { sheetText } from '@danban/verify';
import { atLeast, type Figure } from './figures.ts';
import { fullSpeed, type Feed, type Visit } from './load.ts';
import type { Bench } from './product.ts';
import { post, sheetOf, submissions } from './requests.ts';
import { inTurns, median, ratio } from './rounds.ts';
import { signingPath, verifyingPath, type Served } from './served.types.ts';

const rounds = 5;
const roundMs = 1_000;
/** More than can be sent in all rounds: each is good once. */
const prepared = 30_000;
const bodyBytes = 4_096;

/** Each of these requests once, whichever connection asks for the next. */
function onceEach(requests: Buffer[]): () => Feed {
  let next = 0;
  return () => () => {
    const request = requests[next++];
    if (!request) throw new Error('more was asked for than was prepared');
    return request;
  };
}

/** Any number below the modulus can be signed: what it hides is no business of the issuer. */
function collecting({ slug, codes }: Served['listed']): () => Feed {
  const blinded = () => toBase64Url(Buffer.concat([Buffer.alloc(1), randomBytes(383)]));
  const wishes = codes.map((invitation) => JSON.stringify({ invitation, stratum: 0, blinded: blinded() }));
  return onceEach(wishes.map((wish) => post(`/api/s/${slug}/credentials`, Buffer.from(wish))));
}

const hashOf = (text: string): Buffer => createHash('sha256').update(utf8(text)).digest();

async function issuerKey(bench: Bench, survey: string): Promise<KeyObject> {
  const key = await readFile(join(bench.keysDir, 'issuer', survey, 'stratum-0'));
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
}

/** A sheet under a credential of its own, as long as the respondent's page makes it. */
function credentialed(issuer: KeyObject, { opening, unit }: Served['listed'], answers: Answers): Buffer {
  const pair = generateKeyPairSync('ed25519');
  const { x = '' } = createPublicKey(pair.privateKey).export({ format: 'jwk' });
  const pseudonym = Buffer.from(x, 'base64url');
  const prefix = randomBytes(32);
  const pss = { key: issuer, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 };
  const signature = sign('sha384', credentialMessage({ prefix, pseudonym }), pss);
  const sheet = { stratum: 0, salt: toBase64Url(randomBytes(32)), answers };
  const kept = sheetText({ answers: canonicalJson(answers), salt: sheet.salt, unit });
  const proof = sign(null, submissionMessage(opening, hashOf(kept)), pair.privateKey);
  const text = { prefix, pseudonym, signature, proof };
  const body = {
    ...sheet,
    proof: Object.fromEntries(Object.entries(text).map(([k, v]) => [k, toBase64Url(v)])),
    pad: '',
  };
  const pad = '0'.repeat(bodyBytes - Buffer.byteLength(JSON.stringify(body)));
  return Buffer.from(JSON.stringify({ ...body, pad }));
}

/** Answers as they would be kept: others are not taken under a signature. */
function keptSheet(compiled: Compiled, definition: Definition): Answers {
  const read = compiled.validate(sheetOf(definition));
  if (!read.ok) throw new Error('the bench has made a sheet that does not hold');
  return read.answers;
}

async function submitting(bench: Bench, listed: Served['listed']): Promise<() => Feed> {
  const issuer = await issuerKey(bench, listed.survey);
  const compiled = compile(listed.definition);
  const sheets = Array.from({ length: prepared }, () =>
    credentialed(issuer, listed, keptSheet(compiled, listed.definition)),
  );
  return onceEach(sheets.map((body) => post(`/api/s/${listed.slug}/submissions`, body)));
}

/**
 * Credentials out of invitations against bare signatures, and answers under one against answers without: these also against
 * what a core can do at most that verifies two signatures for each. The server signs and verifies beside its main thread, so
 * here it may use both cores, with credentials and without; the second it shares with the load generator and PostgreSQL.
 * Bare signatures are what one core does that has nothing else to do.
 */
export const credentials = (bench: Bench): Promise<Figure[]> => bench.using('all', () => measured(bench));

async function measured(bench: Bench): Promise<Figure[]> {
  const { ports, listed, slug, definition } = await bench.served();
  const visit = (feed: () => Feed, expect: number, port = ports.product): Visit => ({
    port,
    steps: [{ feed, expect }],
  });
  const collect = visit(collecting(listed), 200);
  const under = visit(await submitting(bench, listed), 201);
  const without = visit(submissions(slug, definition), 201);
  const bare = async (path: string): Promise<number> =>
    Number(await (await fetch(`http://127.0.0.1:${ports.bare}${path}`)).text());
  const issued = await inTurns(rounds, {
    bare: () => bare(signingPath),
    collect: () => fullSpeed(collect, roundMs),
  });
  const sent = await inTurns(rounds, {
    verified: () => bare(verifyingPath),
    without: () => fullSpeed(without, roundMs),
    under: () => fullSpeed(under, roundMs),
  });
  const atMost = sent.without.map((without, round) => 1 / (1 / without + 1 / sent.verified[round]!));
  return [
    { name: 'credential/issued', value: median(issued.collect), unit: 'per second', target: null },
    {
      name: 'credential/issue',
      value: ratio(issued.collect, issued.bare),
      unit: 'of bare signatures on one core',
      target: atLeast(0.8),
    },
    { name: 'credential/submitted', value: median(sent.under), unit: 'per second', target: null },
    {
      name: 'credential/submit',
      value: ratio(sent.under, sent.without),
      unit: 'of answers without',
      target: atLeast(0.7),
    },
    {
      name: 'credential/submit-core',
      value: ratio(sent.under, atMost),
      unit: 'of what one core could verify and take',
      target: null,
    },
  ];
}
