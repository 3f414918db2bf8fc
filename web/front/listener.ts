import type { IncomingMessage, ServerResponse } from 'node:http';

/** Answers one request of Node's own server. */
export type Listener = (req: IncomingMessage, res: ServerResponse) => void;
