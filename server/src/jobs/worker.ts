import type { Db } from '@danban/db/vaults/house';
import type { Log } from '../log.ts';
import { finish, postpone, takeDue, type JobKind } from './queries.ts';
import { startTicking, type Ticking } from './ticking.ts';

/** What a kind of job does; it answers when it wants to be called again, or null when it is done. Safe to repeat. */
export type Work = Record<JobKind, (survey: string) => Promise<Date | null>>;

/** Does what is due; idle when everything that is due has been done. */
export type Worker = Ticking;

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

async function runDue(setting: Setting, stopped: AbortSignal): Promise<void> {
  try {
    while (!stopped.aborted && (await runOne(setting))) continue;
  } catch (error) {
    // The database is away: the next tick tries again.
    setting.log.failure('worker-failed', error);
  }
}

export function startWorker(setting: Setting): Worker {
  const look = (stopped: AbortSignal) => runDue(setting, stopped);
  return startTicking({ every: tick, ticking: setting.ticking, look });
}
