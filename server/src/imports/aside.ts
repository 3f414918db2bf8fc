import { Worker } from 'node:worker_threads';
import type { Task, Understanding } from './understand.ts';
import { refuse, type Read } from '@danban/tables';

const patience = 60_000;
const memory = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 };

/** Files read at the same time; a third one waits. */
const places = 2;
const waiting: (() => void)[] = [];
let taken = 0;

async function takePlace(): Promise<void> {
  if (taken < places) {
    taken += 1;
    return;
  }
  await new Promise<void>((resolve) => waiting.push(resolve));
}

function leavePlace(): void {
  const next = waiting.shift();
  if (next === undefined) taken -= 1;
  else next();
}

function inThread(task: Task): Promise<Read<Understanding>> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./thread.ts', import.meta.url), { workerData: task, resourceLimits: memory });
    const tooMuch = (): void => resolve(refuse('unpacks-too-large'));
    const alarm = setTimeout(() => void thread.terminate().then(tooMuch), patience);
    thread.once('message', (answer: Read<Understanding>) => resolve(answer));
    thread.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch() : reject(error),
    );
    thread.once('exit', () => clearTimeout(alarm));
  });
}

/**
 * Reads a file beside the main thread, which goes on taking answers meanwhile, within bounds of time and memory that a
 * hostile file does not cross.
 */
export async function understandAside(task: Task): Promise<Read<Understanding>> {
  await takePlace();
  return inThread(task).finally(leavePlace);
}
