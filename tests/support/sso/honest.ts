import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration } from 'oidc-provider';

// A program of its own: a certified provider on a loopback port, with people the test names. It sends its issuer.
const { clientId, clientSecret, port, redirects } = JSON.parse(process.argv[2]!) as Record<string, string> & {
  redirects: string[];
};

interface Told {
  email?: string;
  email_verified?: unknown;
}
let people: Record<string, Told> = {};

const configuration: Configuration = {
  clients: [{ client_id: clientId!, client_secret: clientSecret!, redirect_uris: redirects }],
  claims: { openid: ['sub'], email: ['email', 'email_verified'] },
  cookies: { keys: ['of a test'] },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
  // Nobody is asked whether the client may know her address.
  async loadExistingGrant({ oidc }) {
    const grant = new oidc.provider.Grant({ accountId: oidc.session!.accountId!, clientId: oidc.client!.clientId });
    grant.addOIDCScope('openid email');
    await grant.save();
    return grant;
  },
};

const server = createServer().listen(Number(port), '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const answer = new Provider(issuer, configuration).callback();
  server.on('request', (req, res) => {
    if (req.url !== '/people') return void answer(req, res);
    void text(req).then((told) => {
      people = JSON.parse(told) as typeof people;
      res.end();
    });
  });
  process.send!({ issuer });
});
