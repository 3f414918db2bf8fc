import { answering } from './answering.ts';
import { common } from './common.ts';

export const vi = { ...answering, ...common } as const;
