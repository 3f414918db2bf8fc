import { defineConfig } from 'vitest/config';

const exclude = ['**/node_modules/**', '../**/node_modules/**', '**/build/**', '**/.svelte-kit/**'];
const globalSetup = ['support/servers.setup.ts'];

/** Globs are relative to this folder. Only the projects that need a database start one. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['../{packages,server,web}/**/*.test.ts'], exclude } },
      { test: { name: 'house', include: ['house/**/*.test.ts'], exclude, testTimeout: 60_000 } },
      {
        test: {
          name: 'db',
          include: ['../db/**/*.test.ts', 'support/**/*.test.ts'],
          exclude,
          globalSetup,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: 'api', include: ['api/**/*.test.ts'], exclude, globalSetup, testTimeout: 20_000 } },
      {
        test: {
          name: 'privacy',
          include: ['privacy/**/*.test.ts'],
          exclude,
          globalSetup,
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
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
