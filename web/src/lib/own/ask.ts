import type { ProblemView } from '@danban/contract';
import { isMessageKey } from '@danban/i18n';
import { say } from '../i18n.ts';

/** Sends an act from the browser itself, where a key has a part in it. Throws an Error with a sentence for people. */
export async function ask<T>(path: string, body: unknown = {}): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`/lam-viec/api${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  const text = await answer.text();
  if (answer.ok) return (text === '' ? undefined : JSON.parse(text)) as T;
  const key = `problem.${(JSON.parse(text) as ProblemView).code}`;
  throw new Error(say(isMessageKey(key) ? key : 'problem.internal'));
}

/** A browser says why it stopped in its own words and language; ours say what to do. */
export function sentenceOf(error: unknown, stopped: 'passkey.notAdded' | 'passkey.notUsed'): string {
  const isOurs = error instanceof Error && error.name === 'Error';
  return isOurs ? error.message : say(stopped);
}
