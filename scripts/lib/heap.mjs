/**
 * What the serving process tells V8. A small young generation, swept by the thread that serves: each stop is short, and
 * helpers would only take its core. A full collection stops answers for tens of milliseconds, so the heap may grow well
 * past what is alive before one comes, and what lies outside the heap (the bytes of envelopes) counts towards the same
 * limit; by itself it would bring one every 64 MB. Costs up to about 250 MB of memory.
 */
export const heapFlags = [
  '--min-semi-space-size=8',
  '--max-semi-space-size=8',
  '--no-parallel-scavenge',
  '--no-concurrent-array-buffer-sweeping',
  '--initial-heap-size=256',
  '--heap-growing-percent=400',
  '--external-memory-accounted-in-global-limit',
];
