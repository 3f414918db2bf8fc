import { Worker } from 'node:worker_threads';
import type { Expected } from '@danban/disclosure';
import { previewOf, type Previewed } from './preview.ts';

/** Longer than any sample takes; and how long a thread is kept for whoever tries other numbers. */
const patience = 20_000;
const idle = 60_000;
const memory = { maxOldGenerationSizeMb: 512 };

/** So few that they are looked at sooner than a thread is asked. */
const fewUnits = 100;
const fewPeople = 20_000;

let thread: Worker | undefined;
let end: ReturnType<typeof setTimeout> | undefined;
/** One at a time: whoever presses again and again waits for herself. */
let last: Promise<unknown> = Promise.resolve();

/** Looks ahead; where that takes a while, beside the main thread, which goes on taking answers. */
export function previewAside(expected: Expected): Promise<Previewed> {
  const people = expected.people.reduce((all, count) => all + count, 0);
  if (expected.people.length <= fewUnits && people <= fewPeople) return Promise.resolve(previewOf(expected));
  const next = last.then(() => inThread(expected));
  last = next.catch(() => undefined);
  return next;
}

async function inThread(expected: Expected): Promise<Previewed> {
  clearTimeout(end);
  const asked = (thread ??= begin());
  const { promise, resolve, reject } = Promise.withResolvers<Previewed>();
  const gone = (): void => reject(new Error('the thread that looks ahead has ended without a preview'));
  const alarm = setTimeout(() => void asked.terminate(), patience);
  asked.once('message', resolve).once('error', reject).once('exit', gone);
  asked.postMessage(expected);
  try {
    return await promise;
  } catch (error) {
    leave();
    throw error;
  } finally {
    clearTimeout(alarm);
    asked.off('message', resolve).off('error', reject).off('exit', gone);
    end = setTimeout(leave, idle).unref();
  }
}

/** It keeps no process from ending. */
function begin(): Worker {
  const begun = new Worker(new URL('./thread.ts', import.meta.url), { resourceLimits: memory });
  begun.unref();
  return begun;
}

function leave(): void {
  void thread?.terminate();
  thread = undefined;
}
