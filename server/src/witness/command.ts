import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { COSIGNATURE, ED25519, parseSigner, type Signer, signerText } from '@danban/merkle';
import { readEntry } from '@danban/verify';
import { sha256 } from '../sha256.ts';
import { FolderError, openWitnessFolder, type WitnessFolder } from './folder.ts';
import { witnessListener } from './listener.ts';
import { openWitness } from './service.ts';

// npm run witness: another organisation follows the log of an installation. Leaves with 1 when it cannot, 2 when it was asked wrongly.

const usage = `Usage: npm run witness -- --data FOLDER [--log KEY|URL]… [--listen 8787] [--name example.vn/witness]
  --data    where the witness keeps its key and how far it followed each log; made at the first start. Never restore it from
            a backup: a witness that forgot what it cosigned is none. Start with an empty folder, and tell people the new key
  --log     the key of a log, as its installation shows it (danban/…+…+…), or the address of the installation: its key is
            shown and asked about. Logs that are followed already need not be named again
  --listen  a port on this machine (8787), or address:port
  --name    the name to cosign under, chosen once, at the first start`;

/** Why the witness does not start, in a sentence, and with which code it leaves. */
class Refusal extends Error {
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

interface Wish {
  data: string;
  logs: string[];
  host: string;
  port: number;
  name: string | undefined;
}

const options = {
  data: { type: 'string' },
  log: { type: 'string', multiple: true },
  listen: { type: 'string' },
  name: { type: 'string' },
} as const;

function wishOf(args: string[]): Wish {
  const { data, log = [], listen = '8787', name } = valuesOf(args);
  const [, host = '127.0.0.1', port] = /^(?:(.+):)?(\d{1,5})$/.exec(listen) ?? [];
  if (data === undefined || port === undefined || Number(port) > 65535) throw new Refusal(usage, 2);
  if (name !== undefined && !/^[^\s+,]{1,200}$/u.test(name))
    throw new Refusal('--name is one word without plus signs or commas, for example mattran.example.vn/chung-kien.', 2);
  const root = process.env['INIT_CWD'] ?? process.cwd();
  return { data: resolve(root, data), logs: log, host: host.replace(/^\[(.*)\]$/, '$1'), port: Number(port), name };
}

function valuesOf(args: string[]) {
  try {
    return parseArgs({ args, options }).values;
  } catch {
    throw new Refusal(usage, 2);
  }
}

function logNamed(text: string): Signer {
  const log = parseSigner(sha256, text);
  if (log?.kind === COSIGNATURE)
    throw new Refusal(`${text} is the key of a witness. A log is named by its own key.`, 2);
  if (!log) throw new Refusal(`${text} is neither the key of a log nor an address.`, 2);
  return log;
}

/** The newest key an installation says its log has. */
async function logAt(address: string): Promise<Signer> {
  const url = new URL('api/log/entries', address.endsWith('/') ? address : `${address}/`);
  const response = await fetch(url, { signal: AbortSignal.timeout(20_000) }).catch(() => undefined);
  if (!response?.ok) throw new Refusal(`${url.href} does not answer with the lines of a log.`);
  const keys = (await response.text())
    .split('\n')
    .map((line) => readEntry(line))
    .flatMap((entry) => (entry?.kind === 'key' ? [entry.key] : []));
  const log = parseSigner(sha256, keys.at(-1) ?? '');
  if (log?.kind !== ED25519) throw new Refusal(`The log at ${address} names no key.`);
  return log;
}

/** A key from the network is followed only when a person has compared it. */
async function demandConsent(address: string, log: Signer): Promise<void> {
  say(`${address} says that its log signs with\n  ${signerText(sha256, log)}`);
  say('Compare it with what the people there show you by another way: on paper, on their screen.');
  const line = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await line.question('Follow this log? Type yes: ').finally(() => line.close());
  if (!process.stdin.isTTY) say('');
  if (answer.trim() !== 'yes') throw new Refusal('Nothing is followed.');
}

async function follow(folder: WitnessFolder, wishes: string[]): Promise<void> {
  for (const wish of wishes) {
    const isAddress = /^https?:\/\//.test(wish);
    const log = isAddress ? await logAt(wish) : logNamed(wish);
    const text = signerText(sha256, log);
    const followed = await folder.logs();
    if (followed.some((one) => signerText(sha256, one) === text)) continue;
    if (followed.some(({ name }) => name === log.name))
      throw new Refusal(`Another key is followed under the name ${log.name}. One name is one log.`);
    if (isAddress) await demandConsent(wish, log);
    await folder.follow(log);
  }
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function serve({ data, logs, host, port, name }: Wish): Promise<void> {
  const folder = await openWitnessFolder(data, name);
  await follow(folder, logs);
  const followed = await folder.logs();
  if (followed.length === 0) throw new Refusal('No log is followed yet: name one with --log.', 2);
  const clock = () => new Date();
  const tell = (log: string, outcome: string, from: number) =>
    say(`${clock().toISOString()} ${log} from ${from}: ${outcome}`);
  const failed = (error: unknown) => void process.stderr.write(`${String(error)}\n`);
  const server = createServer(witnessListener(openWitness({ folder, clock, tell }), failed));
  await new Promise<void>((listening, fail) => server.once('error', fail).listen(port, host, listening));
  const at = server.address();
  say(`Witness: ${signerText(sha256, folder.signer)}`);
  for (const log of followed) say(`follows ${log.name} from ${(await folder.state(log)).followed.size}`);
  say(`listens on ${host}:${typeof at === 'object' ? at?.port : port}`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => server.close());
}

/** What a person can do something about, in a sentence. */
function sentenceOf(error: unknown): string | undefined {
  if (error instanceof Refusal || error instanceof FolderError) return error.message;
  const { code, path, syscall } = error as NodeJS.ErrnoException;
  if (syscall === 'listen') return `It cannot listen there (${code}).`;
  return path === undefined ? undefined : `${path} cannot be used (${code}).`;
}

await serve(wishOf(process.argv.slice(2))).catch((error: unknown) => {
  const sentence = sentenceOf(error);
  if (sentence === undefined) throw error;
  process.stderr.write(`${sentence}\n`);
  process.exitCode = error instanceof Refusal ? error.exitCode : 1;
});
