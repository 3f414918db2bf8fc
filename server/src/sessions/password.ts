import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { withoutMarks } from '@danban/text';

const derive = promisify(argon2);

/** OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 };
const phc = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

interface Stored {
  memory: number;
  passes: number;
  parallelism: number;
  salt: Buffer;
  tag: Buffer;
}

/** Vietnamese keyboards compose letters differently: the same password typed elsewhere must be the same bytes. */
function bytesOf(password: string): Buffer {
  return Buffer.from(password.normalize('NFC'), 'utf8');
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}

/** A new Argon2id hash as a PHC string, so that the cost may rise later without a migration. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await derive('argon2id', { message: bytesOf(password), nonce: salt, tagLength: 32, ...cost });
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${unpadded(salt)}$${unpadded(tag)}`;
}

function parse(stored: string): Stored {
  const [, memory, passes, parallelism, salt, tag] = phc.exec(stored) ?? [];
  if (salt === undefined || tag === undefined) throw new Error('a stored password hash is not Argon2id');
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  };
}

/** Stands in for the hash of an account that does not exist, or has no password. */
const nobodys: Stored = { ...cost, salt: randomBytes(16), tag: randomBytes(32) };

/** Without a stored hash the same work is done and the answer is no: timing does not tell which logins exist. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  const { salt, tag, ...spent } = stored === null ? nobodys : parse(stored);
  const found = await derive('argon2id', { message: bytesOf(password), nonce: salt, tagLength: tag.length, ...spent });
  return timingSafeEqual(found, tag) && stored !== null;
}

/** Digits, letters and keys in a row, as fingers run along them. */
const rows = [
  '01234567890123456789',
  '123456789123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb',
];
const runs = [...rows, ...rows.map((row) => [...row].toReversed().join(''))];
const words =
  'password matkhau admin administrator quantri qwerty abc iloveyou anhyeuem emyeuanh vietnam danban congdoan';
const common = new Set(words.split(' '));

/**
 * Whether it is among the first that anybody tries: the login itself, few characters over and over, keys in a row, or a
 * common word with digits and signs around it. It keeps out the worst and is no measure of strength.
 */
export function isTooCommon(password: string, login: string): boolean {
  const plain = withoutMarks(password).toLowerCase().replaceAll(/\s/g, '');
  if (plain === login.toLowerCase()) return true;
  if (/^(.{0,3}?)\1*$/su.test(plain) || runs.some((run) => run.includes(plain))) return true;
  return common.has(plain.replaceAll(/^[^a-z]+|[^a-z]+$/g, ''));
}
