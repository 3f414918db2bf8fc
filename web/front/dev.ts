import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RunningHouse } from '@danban/server';
import type { Plugin } from 'vite';

// The configuration file is read anew when it changes; the house behind it is opened once.
const place = Symbol.for('danban.house');
const shared = globalThis as unknown as Record<symbol, Promise<RunningHouse> | undefined>;

/** `vite dev` with the same front as production: the app first, the pages behind it. */
export function frontInDev(): Plugin {
  return {
    name: 'danban-front',
    apply: 'serve',
    async configureServer(vite) {
      // By address, so that bundling this configuration for a build does not load the server with it.
      const at = (path: string) => pathToFileURL(join(vite.config.root, path)).href;
      const { openHouse, readConfig } = await import('@danban/server');
      const { openFront } = (await import(at('front/handler.ts'))) as typeof import('./handler.ts');
      const { house, close } = await (shared[place] ??= openHouse(readConfig(process.env)));
      // The front hands back what is not the app's: to the middlewares behind this one.
      const back = new WeakMap<object, () => void>();
      const front = openFront(house, (req, res) => (back.get(req) ?? (() => vite.middlewares(req, res)))());
      vite.middlewares.use((req, res, next) => {
        back.set(req, next);
        front.listener(req, res);
      });
      vite.httpServer?.once('close', () => {
        shared[place] = undefined;
        void close();
      });
    },
  };
}
