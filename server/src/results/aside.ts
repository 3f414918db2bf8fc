import { Worker } from 'node:worker_threads';
import type { Outcome, Task } from './job.ts';

/** Counts and stores beside the main thread, which goes on taking answers: a province takes half a minute. */
export function releaseAside(task: Task): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./thread.ts', import.meta.url), { workerData: task });
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('the thread that counts has ended without a release')));
  });
}
