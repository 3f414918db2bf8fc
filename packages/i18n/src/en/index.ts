import { answering } from './answering.ts';
import { common } from './common.ts';

export const en = { ...answering, ...common };
