import type { TestProject } from 'vitest/node';
import { startServers } from './servers.ts';
import type { Servers } from './servers.ts';

declare module 'vitest' {
  interface ProvidedContext {
    servers: Servers;
  }
}

/** One server of each version for a project's run; every test file clones its own database from the template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { servers, stop } = await startServers();
  project.provide('servers', servers);
  return stop;
}
