import type { TestProject } from 'vitest/node';
import { startServers } from './servers.ts';
import type { Servers } from './servers.ts';

declare module 'vitest' {
  interface ProvidedContext {
    servers: Servers;
  }
}

// Every project evaluates this file anew; the servers they share hang on the process.
const shared = globalThis as { danban?: { users: number; running: ReturnType<typeof startServers> } };

/** One server of each version for the whole run; every test file clones its own database from the template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const house = (shared.danban ??= { users: 0, running: startServers() });
  house.users += 1;
  const { servers, stop } = await house.running;
  project.provide('servers', servers);
  return async () => {
    house.users -= 1;
    if (house.users > 0) return;
    delete shared.danban;
    await stop();
  };
}
