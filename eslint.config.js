import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

/** Time, ids and chance come in as inputs: whoever calls a package decides them. */
const hiddenInputs = [
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'Take the time as an input.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Take the time as an input.' },
  { selector: "CallExpression[callee.name='Date']", message: 'Take the time as an input.' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'Take chance as an input.' },
  {
    selector: 'MemberExpression[property.name=/^(getRandomValues|randomUUID)$/]',
    message: 'Take chance and ids as inputs.',
  },
];

/** What a pure package cannot reach for, in the browser or on the server. */
const outside = [
  'Buffer',
  'document',
  'fetch',
  'indexedDB',
  'localStorage',
  'navigator',
  'performance',
  'process',
  'sessionStorage',
  'setImmediate',
  'setInterval',
  'setTimeout',
  'window',
].map((name) => ({ name, message: 'Packages do no I/O and know no host.' }));

/** What of node:crypto gives the same output for the same input. */
const arithmetic = [
  'KeyObject',
  'constants',
  'createHash',
  'createPublicKey',
  'privateEncrypt',
  'publicDecrypt',
  'verify',
];

export default defineConfig(
  globalIgnores(['**/build/', '**/.svelte-kit/', '**/node_modules/', '**/*.d.mts', 'data/', 'keys/', 'tests/output/']),
  js.configs.recommended,
  ts.configs.recommendedTypeChecked,
  svelte.configs.recommended,
  svelte.configs.prettier,
  {
    languageOptions: {
      globals: globals.node,
      parserOptions: {
        projectService: true,
        extraFileExtensions: ['.svelte'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // A handler may be async because its kind is: hono's and SvelteKit's signatures, a query that is one statement.
      '@typescript-eslint/require-await': 'off',
      // Functions are declared as methods in our types and handed around; none of them asks for `this`.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['**/*.ts'], rules: { 'max-lines': ['error', { max: 300 }] } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { globals: globals.browser, parserOptions: { parser: ts.parser } },
    // TypeScript knows the names; pages are ordinary links and stay so without a router's base path.
    rules: { 'no-undef': 'off', 'svelte/no-navigation-without-resolve': 'off' },
  },
  // svelte-check knows a page's types; linting by them walks every attribute of HTML and takes four times as long.
  { files: ['**/*.svelte'], extends: [ts.configs.disableTypeChecked], rules: { 'svelte/no-unused-props': 'off' } },
  // As many lines as there are tables.
  { files: ['db/src/tables.ts'], rules: { 'max-lines': 'off' } },
  // The block around a set of claims is not a function anyone reads as one.
  { files: ['**/*.test.ts'], rules: { 'max-lines-per-function': 'off', 'max-lines': ['error', { max: 400 }] } },
  {
    files: ['packages/*/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...hiddenInputs],
      'no-restricted-globals': ['error', ...outside],
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^node:', message: 'Packages run in the browser too.' }] },
      ],
    },
  },
  // What a package holds for the server alone: OpenSSL's arithmetic, and none of its chance.
  {
    files: ['packages/*/src/node/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [{ name: 'node:crypto', allowImportNames: arithmetic, message: 'Take chance as an input.' }],
          patterns: [{ regex: '^node:(?!crypto$)', message: 'Packages do no I/O.' }],
        },
      ],
    },
  },
  {
    files: ['packages/**/*.ts', 'server/src/**/*.ts'],
    ignores: ['server/src/log.ts'],
    rules: { 'no-console': 'error' },
  },
  { files: ['**/*.js', '**/*.mjs', '**/*.cjs', '**/*.config.ts'], extends: [ts.configs.disableTypeChecked] },
);
