import type { House } from '../house.ts';
import { startTicking, type Ticking } from '../jobs/ticking.ts';
import { logMirror } from './mirror.ts';
import { witnessAsker } from './witnesses.ts';

const tick = 2_000;

type Tended = Pick<House, 'db' | 'log' | 'clock' | 'witnesses'>;

interface Setting {
  mirrorDir: string | undefined;
  ticking: boolean;
}

/**
 * What the log needs beside what is told to it: witnesses that see it, and a folder that shows it. Nobody waits for either, and
 * the folder does not wait for a witness that is silent.
 */
export function startTending(house: Tended, { mirrorDir, ticking }: Setting): Ticking {
  const ask = witnessAsker(house);
  const mirror = mirrorDir === undefined ? undefined : logMirror(house, mirrorDir);
  const looks = [
    // Where the database is away the next tick tries again.
    (stopped: AbortSignal) => ask(stopped).catch((error: unknown) => house.log.failure('witnesses-failed', error)),
    ...(mirror ? [mirror] : []),
  ];
  const all = looks.map((look) => startTicking({ every: tick, ticking, look }));
  return {
    wake: () => all.forEach((one) => one.wake()),
    async idle() {
      for (const one of all) await one.idle();
    },
    async stop() {
      await Promise.all(all.map((one) => one.stop()));
    },
  };
}
