/**
 * What the serving process tells V8. A large young generation and a heap that may grow well past what is alive: a full
 * collection stops answers for tens of milliseconds, and without these it would come twice a second under load. What
 * lies outside the heap (the bytes of envelopes) counts towards the same limit; by itself it would bring a collection
 * every 64 MB. Costs up to about 200 MB of memory.
 */
export const heapFlags = [
  '--min-semi-space-size=64',
  '--max-semi-space-size=64',
  '--heap-growing-percent=400',
  '--external-memory-accounted-in-global-limit',
];
