import type { Server } from 'node:http';
import type { House } from '@danban/server';

const patience = 10_000;

/** On SIGTERM or SIGINT: takes no new request, finishes those under way, lets `close` end the rest, leaves with 0. */
export function stopOnSignal(server: Server, close: () => Promise<void>): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    server.close(() => void close().then(leave, leaveFailed));
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
