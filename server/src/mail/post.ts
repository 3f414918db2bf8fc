import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { Posted } from '../vaults/roster.ts';

/** One letter. `id` is the same when it is sent again after a crash, so that a mail program shows it once. */
export interface Letter {
  survey: string;
  id: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
}

/** The server of mail is away or does not want us. What it said is not kept: it may quote an address. */
export class PostAway extends Error {
  readonly code = 'mail-away';

  constructor() {
    super('mail-away');
    this.name = 'PostAway';
  }
}

/** How letters leave the house. */
export interface Post {
  /** Whether each letter leaves for its own person; a folder is handed on as a whole. */
  leaves: boolean;
  /** @throws PostAway */
  send(letter: Letter): Promise<Posted>;
  /** What is kept of the letters of a survey goes. */
  forget(survey: string): Promise<void>;
  close(): void;
}

export interface PostSettings {
  /** A server of mail; undefined: letters become files in `dir`. */
  smtpUrl?: string | undefined;
  from?: string | undefined;
  dir: string;
}

const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

function messageOf(from: string, { id, to, subject, text }: Letter): SendMailOptions {
  const domain = from.replace(/^.*@|>.*$/g, '');
  return {
    from,
    to,
    subject,
    text,
    textEncoding: 'quoted-printable',
    messageId: `<${id}@${domain}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

interface SaidNo {
  command?: unknown;
  responseCode?: unknown;
  response?: unknown;
}

/** RFC 3463: something about the address or its box, said only once the letter was there. */
const aboutTheBox = /^\d{3}[ -]5\.[12]\.\d/;

/**
 * Nobody there takes mail for this address: trying again changes nothing. A no to the sender, or to the letter itself, is
 * no word about whom it was for.
 */
function isRefused(error: unknown): boolean {
  const { command, responseCode, response } = error as SaidNo;
  if (typeof responseCode !== 'number' || responseCode < 500) return false;
  return command === 'RCPT TO' || (command === 'DATA' && aboutTheBox.test(String(response)));
}

function overSmtp(url: string, from: string): Post {
  const transport = createTransport({ url, pool: true, maxConnections: 4, ...patience });
  return {
    leaves: true,
    async send(letter) {
      try {
        await transport.sendMail(messageOf(from, letter));
        return 'sent';
      } catch (error) {
        if (isRefused(error)) return 'refused';
        throw new PostAway();
      }
    },
    forget: async () => undefined,
    close: () => transport.close(),
  };
}

function intoFolder(dir: string, from: string): Post {
  const transport = createTransport({ streamTransport: true, buffer: true });
  return {
    leaves: false,
    async send(letter) {
      const { message } = await transport.sendMail(messageOf(from, letter));
      const folder = join(dir, letter.survey);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(join(folder, `${letter.id}.eml`), message as Buffer, { mode: 0o600 });
      return 'sent';
    },
    forget: (survey) => rm(join(dir, survey), { recursive: true, force: true }),
    close: () => transport.close(),
  };
}

export function openPost({ smtpUrl, from = 'danban@localhost', dir }: PostSettings): Post {
  return smtpUrl === undefined ? intoFolder(dir, from) : overSmtp(smtpUrl, from);
}
