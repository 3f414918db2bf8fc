import type { Page } from './page.ts';

/** Whether a sheet stays here because its writer is asked to look at her words again; `asIs`: she means to send them. */
export type Careful = (page: Page, asIs: boolean) => Promise<boolean>;

/** A slow network may need this long; the answers do not wait for it any longer. */
const patience = 3_000;

/**
 * What finds such words is a file of its own. Every page that asks for words fetches it when it opens: fetched only once
 * somebody writes, it would tell the server that she does. Without it answers go as they are.
 */
export function carefulWith(form: HTMLFormElement): Careful {
  if (!form.querySelector('[data-words]')) return () => Promise.resolve(false);
  const fetched = import('./caution.ts').catch(() => null);
  return async (page, asIs) => {
    const late = new Promise<null>((done) => setTimeout(done, patience, null));
    const found = await Promise.race([fetched, late]);
    return found?.holdsBack(page, asIs) ?? false;
  };
}
