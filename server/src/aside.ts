import { Worker } from 'node:worker_threads';

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

function inThread<Answer>(file: URL, task: unknown, tooMuch: Answer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(file, { workerData: task, resourceLimits: memory });
    const giveUp = (): void => resolve(tooMuch);
    const alarm = setTimeout(() => void thread.terminate().then(giveUp), patience);
    thread.once('message', (answer: Answer) => resolve(answer));
    thread.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? giveUp() : reject(error),
    );
    thread.once('exit', () => clearTimeout(alarm));
  });
}

/**
 * Reads a file beside the main thread, which goes on taking answers meanwhile, within bounds of time and memory that a
 * hostile file does not cross: then the answer is `tooMuch`.
 */
export async function readAside<Answer>(file: URL, task: unknown, tooMuch: Answer): Promise<Answer> {
  await takePlace();
  return inThread(file, task, tooMuch).finally(leavePlace);
}
