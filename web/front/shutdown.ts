import type { Server } from 'node:http';
import type { House } from '@danban/server';

const patience = 10_000;

/**
 * On SIGTERM or SIGINT: takes no new request, finishes those under way, lets `close` end the rest, leaves with 0. Jobs are
 * done without a server.
 */
export function stopOnSignal(server: Server | undefined, close: () => Promise<void>): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    const end = () => void close().then(leave, leaveFailed);
    if (server === undefined) return end();
    server.close(end);
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), patience).unref();
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
}

const leave = (): void => process.exit(0);

function leaveFailed(error: unknown): void {
  console.error('Dân Bàn could not close its database cleanly:', error instanceof Error ? error.name : error);
  process.exit(1);
}

/** Node itself would print an error nobody caught with its message, and that may quote what somebody sent. */
export function leaveOnCrash({ log }: House): void {
  process.on('uncaughtException', (error) => {
    log.failure('crashed', error);
    process.exit(1);
  });
}
