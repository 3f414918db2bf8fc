import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RunningHouse } from '@danban/server';
import type { Plugin, ViteDevServer } from 'vite';

interface Shared {
  running: Promise<RunningHouse>;
  servers: number;
}

// When the configuration changes a new server starts before the old one goes: both live in one house.
const place = Symbol.for('danban.house');
const shared = globalThis as unknown as Record<symbol, Shared | undefined>;

async function openShared(): Promise<RunningHouse> {
  const { openHouse, readConfig } = await import('@danban/server');
  const house = (shared[place] ??= { running: openHouse(readConfig(process.env)), servers: 0 });
  house.servers += 1;
  return house.running;
}

/** The last server to go closes the house, before vite leaves the process. */
function closeSharedWith(vite: ViteDevServer): void {
  const close = vite.close.bind(vite);
  vite.close = async () => {
    await close();
    const house = shared[place];
    if (house === undefined || --house.servers > 0) return;
    shared[place] = undefined;
    await (await house.running).close();
  };
}

/** Where PORT and HOST say: the links the house makes lead there. */
async function whereToListen() {
  const { readConfig } = await import('@danban/server');
  const { port, host } = readConfig(process.env);
  return { server: { port, host, strictPort: true } };
}

/** `vite dev` with the same front as production: the app first, the pages behind it. */
export function frontInDev(): Plugin {
  return {
    name: 'danban-front',
    apply: 'serve',
    config: whereToListen,
    async configureServer(vite) {
      // By address, so that bundling this configuration for a build does not load the server with it.
      const from = <T>(file: string) => import(pathToFileURL(join(vite.config.root, file)).href) as Promise<T>;
      const { openFront } = await from<typeof import('./handler.ts')>('front/handler.ts');
      const { offerSetup } = await from<typeof import('./first-start.ts')>('front/first-start.ts');
      const { house } = await openShared();
      closeSharedWith(vite);
      // The front hands back what is not the app's: to the middlewares behind this one.
      const back = new WeakMap<object, () => void>();
      const { listener } = openFront(house, (req, res) => (back.get(req) ?? (() => vite.middlewares(req, res)))());
      vite.middlewares.use((req, res, next) => {
        back.set(req, next);
        listener(req, res);
      });
      vite.httpServer?.once('listening', () => void offerSetup(house));
    },
  };
}
