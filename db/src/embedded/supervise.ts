import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { bringUp } from './bringUp.ts';
import { EmbeddedError } from './error.ts';
import type { Site } from './site.ts';

export interface Events {
  /** The server had gone and answers again; every session from before has ended. */
  onRestart?: (() => void) | undefined;
  /** It could not be started again; another try follows. */
  onTrouble?: ((error: EmbeddedError) => void) | undefined;
}

const longestPause = 30_000;

/** Keeps the server up until `end`: a server found gone is started again, sooner at first, then more patiently. */
export function supervise(site: Site, first: pg.Client, events: Events): { end(): Promise<void> } {
  const stopped = new AbortController();
  let session = first;

  const watch = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      await endOf(session);
      const again = await recover(site, events, stopped.signal);
      if (!again) return;
      session = again;
      // Stopped while it came up: nobody else would end this session.
      if (stopped.signal.aborted) return session.end();
      events.onRestart?.();
    }
  };
  const watching = watch();

  return {
    end: async () => {
      stopped.abort();
      await session.end();
      await watching;
    },
  };
}

function endOf(session: pg.Client): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  session.once('end', resolve);
  return promise;
}

async function recover(site: Site, events: Events, signal: AbortSignal): Promise<pg.Client | undefined> {
  for (let pause = 250; !signal.aborted; pause = Math.min(2 * pause, longestPause)) {
    try {
      return await bringUp(site);
    } catch (error) {
      events.onTrouble?.(error instanceof EmbeddedError ? error : new EmbeddedError('start-failed', site.dataDir));
      await sleep(pause, undefined, { signal }).catch(() => undefined);
    }
  }
  return undefined;
}
