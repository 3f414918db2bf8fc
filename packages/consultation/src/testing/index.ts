export { drafts, linesOf } from './drafts.ts';
