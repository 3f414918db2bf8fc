/** What only somebody who collects or answers needs, in a file of its own: a first visit does without it. */
export { SEED_BYTES, seedCode } from '@danban/credential';
export { ease } from '../browser/ease.ts';
export { collect } from './collect.ts';
export { deliverUnder } from './deliver.ts';
export { readRecovery } from './recovery.ts';
