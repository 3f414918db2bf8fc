import { common } from './common.ts';

export const vi = { ...common } as const;
