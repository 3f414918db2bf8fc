import { getContext, hasContext, setContext } from 'svelte';

/** Something to be said beside a field of the page: it keeps from saving, or from what comes later, or is advice. */
export interface Remark {
  /** The name of the field. */
  path: string;
  tone: 'wrong' | 'error' | 'warning';
  sentence: string;
}

const key = Symbol('remarks');

/** Every field below says what is said of it; `all` is asked again whenever it changes. */
export const setRemarks = (all: () => readonly Remark[]): void => void setContext(key, all);

const allRemarks = (): (() => readonly Remark[]) =>
  hasContext(key) ? getContext<() => readonly Remark[]>(key) : () => [];

/** What is said of a field of this name. */
export function remarksAt(path: () => string): () => readonly Remark[] {
  const all = allRemarks();
  return () => all().filter((remark) => remark.path === path());
}

/** What is said of this part of the page and of every field in it. */
export function remarksUnder(path: () => string): () => readonly Remark[] {
  const all = allRemarks();
  return () => all().filter((remark) => remark.path === path() || remark.path.startsWith(`${path()}.`));
}
