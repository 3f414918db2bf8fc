import type { Db } from '@danban/db/vaults/house';
import type { Log } from '../log.ts';
import { finish, postpone, takeDue, type JobKind } from './queries.ts';

/** What a kind of job does; it answers when it wants to be called again, or null when it is done. Safe to repeat. */
export type Work = Record<JobKind, (survey: string) => Promise<Date | null>>;

export interface Worker {
  /** Looks for due work now instead of at the next tick. */
  wake(): void;
  /** Resolves when everything that is due has been done. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

interface Setting {
  db: Db;
  log: Log;
  clock: () => Date;
  work: Work;
  /** False: due work is done only when asked for. */
  ticking: boolean;
}

const tick = 1_000;
const longestWait = 10 * 60_000;

function retryAt(now: Date, attempts: number): Date {
  return new Date(now.getTime() + Math.min(longestWait, 1_000 * 2 ** attempts));
}

/** Runs one due job to its end; its row is locked meanwhile, so two workers never do the same. */
async function runOne(setting: Setting): Promise<boolean> {
  return setting.db.transaction().execute(async (trx) => {
    const job = await takeDue(trx, setting.clock());
    if (!job) return false;
    try {
      const again = await setting.work[job.kind](job.survey_id);
      if (again) await postpone(trx, job, again, 0);
      else await finish(trx, job);
    } catch (error) {
      setting.log.failure(`job-${job.kind}-failed`, error);
      await postpone(trx, job, retryAt(setting.clock(), job.attempts), job.attempts + 1);
    }
    return true;
  });
}

async function runDue(setting: Setting, stopped: () => boolean): Promise<void> {
  try {
    while (!stopped() && (await runOne(setting))) continue;
  } catch (error) {
    // The database is away: the next tick tries again.
    setting.log.failure('worker-failed', error);
  }
}

export function startWorker(setting: Setting): Worker {
  let stopped = false;
  let running: Promise<void> | undefined;
  const run = (): void => {
    running ??= runDue(setting, () => stopped).finally(() => (running = undefined));
  };
  const timer = setting.ticking ? setInterval(run, tick) : undefined;
  return {
    wake: () => setting.ticking && run(),
    async idle() {
      run();
      await running;
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
