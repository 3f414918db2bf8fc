import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Delivered {
  to: string;
  text: string;
}

export interface PostOffice {
  url: string;
  delivered: Delivered[];
  /** What it does with the letter that would be the n-th: takes it and falls silent before saying so. */
  silentAt: number;
  /** Addresses it takes nothing for. */
  unknown: Set<string>;
  /** Addresses whose boxes it finds full once the letter is there. */
  fullBoxes: Set<string>;
  /** Whether it lets our sender write. */
  takesFromUs: boolean;
  close(): Promise<void>;
}

/** Words of a letter out of quoted-printable. */
function readable(raw: string): string {
  const body = raw.slice(raw.indexOf('\r\n\r\n')).replace(/=\r\n/g, '');
  const bytes = body.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** A real server of mail that keeps what it is given. */
export async function postOffice(): Promise<PostOffice> {
  const office = {
    delivered: [] as Delivered[],
    silentAt: 0,
    unknown: new Set<string>(),
    fullBoxes: new Set<string>(),
    takesFromUs: true,
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onMailFrom(_from, _session, done) {
      done(office.takesFromUs ? null : Object.assign(new Error('not from you'), { responseCode: 553 }));
    },
    onRcptTo({ address }, _session, done) {
      if (!office.unknown.has(address)) return done();
      done(Object.assign(new Error(`no such box: ${address}`), { responseCode: 550 }));
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const to = session.envelope.rcptTo[0]!.address;
        if (office.fullBoxes.has(to)) {
          return done(Object.assign(new Error('5.2.2 the box is full'), { responseCode: 552 }));
        }
        office.delivered.push({ to, text: readable(Buffer.concat(parts).toString('latin1')) });
        if (office.delivered.length !== office.silentAt) return done();
        done(Object.assign(new Error('later'), { responseCode: 451 }));
      });
    },
  });
  // Whoever hangs up in the middle of a word is no trouble of ours.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return Object.assign(office, {
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  });
}
