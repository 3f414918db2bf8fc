import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';
import type { Order } from './orders.ts';

// A program of its own: a provider that says whatever a test has put into the code. It sends its issuer.
const { clientId, clientSecret, port } = JSON.parse(process.argv[2]!) as Record<string, string>;
const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
const kid = 'own';

const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const now = (): number => Math.floor(Date.now() / 1000);

function signature(order: Order, signed: string): string {
  const by = order.signedBy ?? 'own';
  if (by === 'nobody') return '';
  if (by === 'secret') return createHmac('sha256', clientSecret!).update(signed).digest('base64url');
  return sign('sha256', Buffer.from(signed), (by === 'own' ? own : other).privateKey).toString('base64url');
}

function tokenOf(order: Order, issuer: string): string {
  const alg = { own: 'RS256', other: 'RS256', secret: 'HS256', nobody: 'none' }[order.signedBy ?? 'own'];
  const honest = { iss: issuer, aud: clientId, iat: now(), exp: now() + 60, nonce: order.nonce };
  const told = { ...honest, ...order.claims, ...(order.expired ? { exp: now() - order.expired } : {}) };
  const claims = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null));
  const signed = `${base64({ alg, kid, typ: 'JWT' })}.${base64(claims)}`;
  return `${signed}.${signature(order, signed)}`;
}

const json = (res: ServerResponse, body: object, status = 200) =>
  res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

function describe(issuer: string, base: string) {
  return {
    issuer,
    authorization_endpoint: `${base}/authorize`,
    token_endpoint: `${base}/token`,
    jwks_uri: `${base}/jwks`,
    userinfo_endpoint: `${base}/userinfo`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    // As a provider would that wants to be believed without a signature.
    id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
    authorization_response_iss_parameter_supported: true,
  };
}

function answer(url: string, body: string, bearer: string, res: ServerResponse, base: string): unknown {
  if (url === '/.well-known/openid-configuration') return json(res, describe(base, base));
  if (url === '/otherwise/.well-known/openid-configuration') return json(res, describe(`${base}/else`, base));
  if (url === '/jwks') return json(res, { keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid, use: 'sig' }] });
  if (!['/token', '/userinfo'].includes(url)) return res.writeHead(404).end();
  const code = url === '/token' ? new URLSearchParams(body).get('code')! : bearer;
  const order = JSON.parse(Buffer.from(code, 'base64url').toString()) as Order;
  if (url === '/userinfo') return json(res, order.userinfo ?? {});
  if (order.tokenStatus) return json(res, { error: 'invalid_client' }, order.tokenStatus);
  return json(res, { access_token: code, token_type: 'bearer', id_token: tokenOf(order, base) });
}

const server = createServer((req, res) => {
  const bearer = (req.headers.authorization ?? '').replace(/^Bearer /, '');
  void text(req).then((body) => answer(req.url!, body, bearer, res, `http://${req.headers.host}`));
}).listen(Number(port), '127.0.0.1', () => {
  process.send!({ issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
