import type { Server } from 'node:http';

const inWords: Record<string, (port: number, host: string) => string> = {
  EADDRINUSE: (port) => `Port ${port} is taken by another program. Stop it, or choose another: PORT=3001 npm start`,
  EACCES: (port) => `Port ${port} may not be used by this user. Choose one above 1023: PORT=3000 npm start`,
  EADDRNOTAVAIL: (_, host) => `This machine has no address ${host}. Set HOST to one it has, or leave it out.`,
};

/** Resolves when the server listens; rejects with a sentence where the system says why it cannot. */
export function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const sentence = inWords[error.code ?? '']?.(port, host);
      reject(sentence === undefined ? error : new Error(sentence));
    });
    server.listen(port, host, () => resolve());
  });
}
