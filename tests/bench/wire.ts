import { connect, type Socket } from 'node:net';

/** Called with the status of each response, once its last byte is here. */
export type Answered = (status: number) => void;

/** One keep-alive connection that sends what it is given and reads one response at a time. Bodies are only counted. */
export class Wire {
  /** Bytes received since the connection was made, heads included. */
  received = 0;
  readonly #socket: Socket;
  readonly #failed: (error: Error) => void;
  #head = '';
  #status = 0;
  #missing = -1;
  #answered: Answered = () => undefined;

  constructor(socket: Socket, failed: (error: Error) => void) {
    this.#socket = socket.setNoDelay(true);
    this.#failed = failed;
    socket.on('data', (chunk: Buffer) => this.#read(chunk));
    socket.on('error', failed);
    socket.on('close', () => this.#missing >= 0 && failed(new Error('the server hung up in the middle of a response')));
  }

  ask(request: Buffer, answered: Answered): void {
    this.#answered = answered;
    this.#missing = 0;
    this.#socket.write(request);
  }

  end(): void {
    this.#missing = -1;
    this.#socket.destroy();
  }

  #read(chunk: Buffer): void {
    this.received += chunk.length;
    if (this.#status > 0) return this.#take(chunk.length);
    this.#head += chunk.toString('latin1');
    const end = this.#head.indexOf('\r\n\r\n');
    if (end < 0) return;
    this.#missing = bodyLength(this.#head.slice(0, end));
    if (this.#missing < 0) return this.#failed(new Error(`a response without a length: ${this.#head.slice(0, end)}`));
    this.#status = Number(this.#head.slice(9, 12));
    const inHead = this.#head.length - end - 4;
    this.#head = '';
    this.#take(inHead);
  }

  #take(bytes: number): void {
    this.#missing -= bytes;
    if (this.#missing > 0) return;
    const status = this.#status;
    this.#status = 0;
    this.#missing = -1;
    this.#answered(status);
  }
}

/** -1 where the head does not say. */
function bodyLength(head: string): number {
  const found = /\r\ncontent-length: *(\d+)/i.exec(head);
  return found ? Number(found[1]) : -1;
}

export function dial(port: number, failed: (error: Error) => void): Promise<Wire> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('error', failed);
    socket.once('connect', () => resolve(new Wire(socket, failed)));
  });
}
