import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';

const hour = 3_600_000;

/** Counts sign-ins that were refused. A number is all that is kept of them: no name that was typed, no address. */
export interface Failures {
  /** Does the sign-in; a refusal counts and is passed on. */
  counting<T>(signIn: () => Promise<T>): Promise<T>;
}

/** The log hears of the first failure, then once an hour at most, and before a sign-in that succeeds. */
export function countFailures(house: House): Failures {
  let count = 0;
  let written = -Infinity;

  async function write(): Promise<void> {
    const counted = count;
    if (counted === 0) return;
    count = 0;
    written = house.clock().getTime();
    const told = { by: null, act: 'session.failures', details: { count: counted } } as const;
    await house.db
      .transaction()
      .execute((trx) => record(house, trx, told))
      .catch((error: unknown) => {
        count += counted;
        throw error;
      });
  }

  return {
    async counting(signIn) {
      try {
        const done = await signIn();
        await write();
        return done;
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        count += 1;
        if (house.clock().getTime() - written >= hour) await write();
        throw error;
      }
    },
  };
}
