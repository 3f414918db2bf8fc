import { dial, type Wire } from './wire.ts';

const connections = 64;

/** What one connection asks in turn. The buffer may be the same each time: it is sent before it is asked for again. */
export type Feed = () => Buffer;

/** A kind of visit: one feed per request of it, made anew for each connection, and the status each must be answered with. */
export interface Visit {
  port: number;
  steps: { feed: () => Feed; expect: number }[];
}

interface Step {
  feed: Feed;
  expect: number;
}

type Stop = (error: Error) => void;

function refuse(status: number, { expect }: Step): void {
  if (status !== expect) throw new Error(`a request was answered with ${status} instead of ${expect}`);
}

/** Sends the steps one after the other, then calls `done`. */
function visit(wire: Wire, steps: Step[], done: () => void, stop: Stop, at = 0): void {
  const step = steps[at];
  if (!step) return done();
  wire.ask(step.feed(), (status) => {
    try {
      refuse(status, step);
      visit(wire, steps, done, stop, at + 1);
    } catch (error) {
      stop(error as Error);
    }
  });
}

async function withWires<T>(kind: Visit, work: (wires: Wire[], stop: Stop) => Promise<T>): Promise<T> {
  const failed = Promise.withResolvers<never>();
  failed.promise.catch(() => undefined);
  const wires = await Promise.all(Array.from({ length: connections }, () => dial(kind.port, failed.reject)));
  try {
    return await Promise.race([work(wires, failed.reject), failed.promise]);
  } finally {
    for (const wire of wires) wire.end();
  }
}

const stepsOf = (kind: Visit): Step[] => kind.steps.map(({ feed, expect }) => ({ feed: feed(), expect }));

/** Whole visits per second when every connection begins the next as soon as the last has ended. */
export function fullSpeed(kind: Visit, milliseconds: number): Promise<number> {
  return withWires(kind, async (wires, stop) => {
    const start = performance.now();
    const until = start + milliseconds;
    let visits = 0;
    const keepOn = (wire: Wire): Promise<void> =>
      new Promise((ended) => {
        const steps = stepsOf(kind);
        const next = (): void => (performance.now() < until ? visit(wire, steps, count, stop) : ended());
        const count = (): void => {
          visits += 1;
          next();
        };
        next();
      });
    await Promise.all(wires.map(keepOn));
    return (visits * 1000) / (performance.now() - start);
  });
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Milliseconds from the moment a visit was due until its end, at a steady rate. A visit that finds all connections
 * busy waits for one, and its waiting counts.
 */
export function paced(kind: Visit, perSecond: number, milliseconds: number): Promise<number[]> {
  return withWires(kind, async (wires, stop) => {
    const took: number[] = [];
    const due: number[] = [];
    const free = wires.map((wire) => ({ wire, steps: stepsOf(kind) }));
    const begin = (): void => {
      while (due.length > 0 && free.length > 0) {
        const from = due.shift()!;
        const one = free.pop()!;
        const ended = (): void => {
          took.push(performance.now() - from);
          free.push(one);
          begin();
        };
        visit(one.wire, one.steps, ended, stop);
      }
    };
    const start = performance.now();
    for (let asked = 0, now = start; now < start + milliseconds; now = performance.now()) {
      for (; asked < ((now - start) * perSecond) / 1000; asked++) due.push(now);
      begin();
      await pause(1);
    }
    while (free.length < wires.length) await pause(1);
    return took;
  });
}
