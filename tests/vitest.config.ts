import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongFirst } from './longFirst.ts';

const exclude = ['**/node_modules/**', '../**/node_modules/**', '**/build/**', '**/.svelte-kit/**'];
const globalSetup = ['support/servers.setup.ts'];

// Most of these tests wait, for a database, a browser or a product that starts: two cores keep three of them busy.
const maxWorkers = Math.max(3, availableParallelism() - 1);

/** Globs are relative to this folder. Only the projects that need a database start one. */
export default defineConfig({
  test: {
    sequence: { sequencer: LongFirst },
    projects: [
      { test: { name: 'unit', include: ['../{packages,server,web}/**/*.test.ts'], exclude, maxWorkers } },
      { test: { name: 'house', include: ['house/**/*.test.ts'], exclude, maxWorkers, testTimeout: 60_000 } },
      {
        test: {
          name: 'db',
          include: ['../db/**/*.test.ts', 'support/**/*.test.ts'],
          exclude,
          globalSetup,
          maxWorkers,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: 'api', include: ['api/**/*.test.ts'], exclude, globalSetup, maxWorkers, testTimeout: 30_000 } },
      {
        test: {
          name: 'privacy',
          include: ['privacy/**/*.test.ts'],
          exclude,
          globalSetup,
          maxWorkers,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          exclude,
          globalSetup,
          maxWorkers,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
