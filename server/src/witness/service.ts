import { compareBytes } from '@danban/bytes';
import {
  type Asked,
  cosigned,
  judge,
  type Judged,
  keyIdOf,
  logOf,
  type Note,
  noteText,
  nothingYet,
  parseAsked,
  signatureText,
  signedBytes,
  type Signer,
  signerText,
} from '@danban/merkle';
import { sha256 } from '../sha256.ts';
import { ed25519 } from '../transparency/ed25519.ts';
import type { Kept, WitnessFolder } from './folder.ts';

/** What is answered over HTTP. */
export interface Answer {
  status: number;
  type: string;
  body: string;
}

export interface Witness {
  /** POST /add-checkpoint (C2SP tlog-witness). */
  addCheckpoint(body: string): Promise<Answer>;
  /** Who this is and how far each log was followed, with the last cosigned checkpoint: for whoever checks a log beside it. */
  describe(): Promise<string>;
}

interface Setting {
  folder: WitnessFolder;
  clock: () => Date;
  /** Told of each request that was judged. */
  tell: (log: string, outcome: Judged['outcome'], size: number) => void;
}

const plain = (status: number, body: string): Answer => ({ status, type: 'text/plain; charset=utf-8', body });
const sizeKnown = ({ followed }: Kept): Answer => ({
  status: 409,
  type: 'text/x.tlog.size',
  body: `${followed.size}\n`,
});

const refusals = {
  unreadable: plain(400, 'no request of a log\n'),
  unknown: plain(404, 'this log is not followed\n'),
  unsigned: plain(403, 'not signed by the key of the log\n'),
  unproved: plain(422, 'not proved to continue what was cosigned\n'),
} as const;

/** One line: the witness saw it now, and everything it saw before leads to it. */
function cosignature({ signer, sign }: WitnessFolder, { text }: Note, now: Date): string {
  const time = Math.floor(now.getTime() / 1000);
  const bytes = cosigned(time, sign(signedBytes(text, signer, time)));
  return signatureText({ name: signer.name, keyId: keyIdOf(sha256, signer), bytes });
}

/** Of a note only what the log itself signed is kept: anybody may add lines to it. */
function ownLine({ text, signatures }: Note, log: Signer): string {
  const id = keyIdOf(sha256, log);
  const own = signatures.find(({ name, keyId }) => name === log.name && compareBytes(keyId, id) === 0);
  return noteText({ text, signatures: own ? [own] : [] });
}

export function openWitness({ folder, clock, tell }: Setting): Witness {
  let last: Promise<unknown> = Promise.resolve();
  /** Comparing with the last checkpoint and keeping the next is one step: nobody else asks between. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };

  async function judged(asked: Asked): Promise<Answer> {
    const origin = logOf(asked);
    const log = (await folder.logs()).find(({ name }) => name === origin);
    const kept = log ? await folder.state(log) : { followed: nothingYet(sha256), steps: 0, note: null };
    const result = await judge(sha256, ed25519, { log, followed: kept.followed }, asked);
    if (log) tell(log.name, result.outcome, asked.before);
    if (result.outcome === 'other-size' || result.outcome === 'forked') return sizeKnown(kept);
    if (result.outcome !== 'cosigned') return refusals[result.outcome];
    const isNew = kept.note === null || result.checkpoint.size > kept.followed.size;
    const added = isNew ? await folder.advance(log!, kept, ownLine(result.note, log!)) : 'added';
    if (added === 'taken') return sizeKnown(await folder.state(log!));
    return plain(200, cosignature(folder, result.note, clock()));
  }

  return {
    async addCheckpoint(body) {
      const asked = parseAsked(body);
      return asked ? inTurn(() => judged(asked)) : refusals.unreadable;
    },
    async describe() {
      const logs = await folder.logs();
      const notes = await Promise.all(logs.map(async (log) => (await folder.state(log)).note ?? `${log.name}\n0\n`));
      return [`${signerText(sha256, folder.signer)}\n`, ...notes].join('\n');
    },
  };
}
