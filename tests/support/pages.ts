import type { House } from '@danban/server';
import { openFront, pageListener } from '../../web/front/handler.ts';
import type { Listener } from '../../web/front/listener.ts';
import { renderThrough } from '../../web/front/render.ts';

/** The built pages of a house in this very process: the HTML of an address. One house of a process has pages. */
export async function pagesOf(house: House): Promise<(path: string) => Promise<string>> {
  const built = new URL('../../web/build/handler.js', import.meta.url).href;
  const kit = ((await import(built)) as { handler: Listener }).handler;
  const pages = pageListener(kit, house.origin);
  openFront(house, pages);
  const render = renderThrough(pages, house.origin);
  return async (path) => {
    const { status, body } = await render(path);
    if (status !== 200) throw new Error(`${path}: ${status}`);
    return new TextDecoder().decode(body);
  };
}
