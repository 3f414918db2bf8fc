import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const sha256 = (text: string | Buffer): Buffer => createHash('sha256').update(text).digest();

/** Just enough CBOR (RFC 8949) for what an authenticator says. */
function cbor(value: unknown): Buffer {
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  const entries = [...(value as Map<unknown, unknown>)];
  return Buffer.concat([head(5, entries.length), ...entries.flatMap(([key, one]) => [cbor(key), cbor(one)])]);
}

function head(type: number, count: number): Buffer {
  if (count < 24) return Buffer.from([(type << 5) | count]);
  return count < 256
    ? Buffer.from([(type << 5) | 24, count])
    : Buffer.from([(type << 5) | 25, count >> 8, count & 255]);
}

/** How a dishonest one may differ from an honest one. */
export interface Twist {
  origin?: string;
  rpId?: string;
  verified?: boolean;
  challenge?: string;
  counter?: number;
  userHandle?: string;
  type?: string;
}

const namedBy = (id: Buffer) => {
  const text = id.toString('base64url');
  return { id: text, rawId: text, type: 'public-key' };
};

/** A key as WebAuthn has it, written from the specification: it answers what a browser would, or something else. */
export function authenticator(origin: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(16);
  let counter = 0;
  let userHandle = '';

  function dataOf(twist: Twist, attested: Buffer): Buffer {
    const flags = 1 | (twist.verified === false ? 0 : 4) | (attested.length > 0 ? 64 : 0);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(twist.counter ?? counter);
    return Buffer.concat([sha256(twist.rpId ?? new URL(origin).hostname), Buffer.from([flags]), count, attested]);
  }

  function clientData(type: string, challenge: string, twist: Twist): Buffer {
    const told = { type: twist.type ?? type, challenge: twist.challenge ?? challenge, origin: twist.origin ?? origin };
    return Buffer.from(JSON.stringify({ ...told, crossOrigin: false }));
  }

  const named = namedBy(id);

  return {
    id: named.id,
    create(options: { challenge: string; user: { id: string } }, twist: Twist = {}) {
      userHandle = options.user.id;
      const { x, y } = publicKey.export({ format: 'jwk' }) as { x: string; y: string };
      const cose = cbor(
        new Map<number, unknown>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, Buffer.from(x, 'base64url')],
          [-3, Buffer.from(y, 'base64url')],
        ]),
      );
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cose]);
      const authData = dataOf(twist, attested);
      const object = cbor(
        new Map<string, unknown>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', authData],
        ]),
      );
      const response = {
        clientDataJSON: clientData('webauthn.create', options.challenge, twist).toString('base64url'),
        attestationObject: object.toString('base64url'),
        transports: ['internal'],
      };
      return { ...named, response };
    },
    get(options: { challenge: string }, twist: Twist = {}) {
      counter += 1;
      const authData = dataOf(twist, Buffer.alloc(0));
      const client = clientData('webauthn.get', options.challenge, twist);
      const response = {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: sign('sha256', Buffer.concat([authData, sha256(client)]), privateKey).toString('base64url'),
        userHandle: twist.userHandle ?? userHandle,
      };
      return { ...named, response };
    },
  };
}
