import type { Unsaved } from './autosave.ts';

/** A browser may refuse storage: then everything works, and nothing is kept. */
function attempt<T>(act: (storage: Storage) => T): T | undefined {
  try {
    return act(localStorage);
  } catch {
    return undefined;
  }
}

/** What this device keeps of one draft for one person until it is saved; another person here does not see it. */
export function deviceFor(account: string, survey: string) {
  const key = `danban.editor.${account}.${survey}`;
  return {
    kept: (): Unsaved | null =>
      attempt((storage) => JSON.parse(storage.getItem(key) ?? 'null') as Unsaved | null) ?? null,
    /** Whether it is kept. */
    keep(unsaved: Unsaved | null): boolean {
      const done = attempt((storage) => {
        if (unsaved) storage.setItem(key, JSON.stringify(unsaved));
        else storage.removeItem(key);
        return true;
      });
      return done === true;
    },
  };
}
