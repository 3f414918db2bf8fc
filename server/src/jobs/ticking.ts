/** Something that is looked at again and again, never twice at the same time. */
export interface Ticking {
  /** Looks now instead of at the next tick. */
  wake(): void;
  /** Looks, and resolves when that is done. */
  idle(): Promise<void>;
  /** Resolves when what is under way has ended. */
  stop(): Promise<void>;
}

interface Setting {
  /** Milliseconds between two looks. */
  every: number;
  /** False: it looks only when asked to. */
  ticking: boolean;
  /** Never rejects; ends early when it is told to. */
  look: (stopped: AbortSignal) => Promise<void>;
}

export function startTicking({ every, ticking, look }: Setting): Ticking {
  const stopping = new AbortController();
  let running: Promise<void> | undefined;
  const run = (): void => {
    running ??= look(stopping.signal).finally(() => (running = undefined));
  };
  const timer = ticking ? setInterval(run, every) : undefined;
  return {
    wake: () => ticking && run(),
    async idle() {
      run();
      await running;
    },
    async stop() {
      stopping.abort();
      clearInterval(timer);
      await running;
    },
  };
}
