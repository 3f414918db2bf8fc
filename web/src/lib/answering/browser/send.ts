import type { Answers } from './answers.ts';
import type { Issue } from './page.ts';

export interface Problem {
  code: string;
  issues?: Issue[];
  /** What would be kept instead of what was sent. */
  answers?: Answers;
}
export type Outcome =
  { kind: 'accepted'; answer: unknown } | { kind: 'refused'; problem: Problem } | { kind: 'unreachable' };
/** Why the form is still here: no network at all, or one that carried nothing this time. */
export type Waiting = 'offline' | 'retrying';
/** How the answers of a page reach the urn: that differs between doors. */
export type Deliver = (answers: Answers, onWaiting: (why: Waiting) => void) => Promise<Outcome>;

/** How long to wait before each further try, in milliseconds. */
const waits = [1_000, 2_000, 4_000, 8_000, 15_000];
/** A slow network may need this long for one try. */
const patience = 30_000;

/**
 * Sends a body once, and the same again while the network or the server is down: the server counts a nonce, the code of a
 * slip or a credential once. Without any network it waits for it as long as the page is open. No cookie and no referrer
 * go with it.
 */
export async function send(address: string, body: string, onWaiting: (why: Waiting) => void): Promise<Outcome> {
  for (let failures = 0; ;) {
    const outcome = await tryOnce(address, body);
    if (outcome.kind !== 'unreachable') return outcome;
    const offline = !navigator.onLine;
    const wait = waits[failures];
    if (wait === undefined && !offline) return outcome;
    onWaiting(offline ? 'offline' : 'retrying');
    await pause((wait ?? 15_000) * (0.5 + Math.random()));
    if (!offline) failures += 1;
  }
}

/** Tries to fetch something three times, and as long as there is no network; null where it cannot be had. */
export async function fetched<T>(act: () => Promise<T>, onWaiting: (why: Waiting) => void): Promise<T | null> {
  for (let failures = 0; ;) {
    try {
      return await act();
    } catch {
      if (navigator.onLine) failures += 1;
      if (failures === 3) return null;
      onWaiting(navigator.onLine ? 'retrying' : 'offline');
      await pause(navigator.onLine ? 1_000 : 15_000);
    }
  }
}

async function tryOnce(address: string, body: string): Promise<Outcome> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patience);
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: stop.signal,
    });
    const answer: unknown = await response.json();
    if (response.ok) return { kind: 'accepted', answer };
    const busy = response.status >= 500 || response.status === 429;
    const problem = answer as Problem;
    // An interruption lasts longer than our patience: trying again would only keep the person waiting.
    if (busy && problem.code !== 'intake-interrupted') return { kind: 'unreachable' };
    return { kind: 'refused', problem };
  } catch {
    return { kind: 'unreachable' };
  } finally {
    clearTimeout(timer);
  }
}

/** Ends with the time, or at once when a network comes back. */
function pause(ms: number): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, ms);
    addEventListener('online', () => done(), { once: true });
  });
}
