import { randomBytes, randomInt } from 'node:crypto';
import { answersFor } from '@danban/server/example/answers';
import { repeatable } from '@danban/server/example/chance';
import type { Definition } from '@danban/survey';
import { pause } from './mortal.ts';

/** What became of a sheet. `unknown`: it was refused as too late, but an earlier try may have arrived. */
export type Fate = 'taken' | 'late' | 'unknown';

interface Marked {
  marker: string;
  body: string;
}

const textOf = (definition: Definition): string => definition.questions.find(({ type }) => type === 'text')!.id;

/** Plausible sheets, each with a mark of its own in its free text. */
export function markedSheets(definition: Definition): () => Marked {
  const chance = repeatable(randomInt(2 ** 31));
  return () => {
    const marker = randomBytes(9).toString('base64url');
    const answers = { ...answersFor(definition, chance, 0.5), [textOf(definition)]: marker };
    return { marker, body: JSON.stringify({ nonce: randomBytes(18).toString('base64url'), answers }) };
  };
}

/** The mark in what was opened. */
export function markIn(definition: Definition, opened: string): string {
  return (JSON.parse(opened) as { answers: Record<string, string> }).answers[textOf(definition)]!;
}

/** Sends one sheet under one nonce until it is taken or refused for good, whatever happens in between. */
export async function send(url: string, { body }: Marked, stopped: () => boolean): Promise<Fate> {
  const headers = { 'content-type': 'application/json' };
  for (let tries = 0; !stopped(); tries++) {
    const response = await fetch(url, { method: 'POST', headers, body }).catch(() => undefined);
    const fate = response && (await fateOf(response, tries));
    if (fate) return fate;
    await pause(50);
  }
  return 'unknown';
}

async function fateOf(response: Response, tries: number): Promise<Fate | undefined> {
  if (response.status === 201) return 'taken';
  // Cut off in the middle: as good as no answer.
  const refusal = (await response.json().catch(() => undefined)) as { code: string } | undefined;
  // The flush came between the commit and the answer that was lost.
  if (refusal?.code === 'already-counted') return 'taken';
  if (refusal?.code === 'survey-closed') return tries === 0 ? 'late' : 'unknown';
  if (refusal && response.status < 500) throw new Error(`refused: ${refusal.code}`);
  return undefined;
}
