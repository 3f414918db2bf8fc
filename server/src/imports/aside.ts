import { refuse, type Read } from '@danban/tables';
import { readAside } from '../aside.ts';
import type { Task, Understanding } from './understand.ts';

/** Reads a table in a thread of its own. */
export function understandAside(task: Task): Promise<Read<Understanding>> {
  return readAside<Read<Understanding>>(new URL('./thread.ts', import.meta.url), task, refuse('unpacks-too-large'));
}
