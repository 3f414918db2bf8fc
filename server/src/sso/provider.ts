import * as oidc from 'openid-client';
import type { Log } from '../log.ts';
import { identityOf, type Identity } from './identity.ts';
import { NotAsAgreed, problemOf } from './refusals.ts';
import { isBareLoopback, type SsoSettings } from './settings.ts';

/** What is kept here until somebody comes back: none of it is told by the provider or its answer. */
export interface Begun {
  state: string;
  nonce: string;
  verifier: string;
}

/** Where people sign in beside here. Refuses with `sso-unreachable`, `sso-cancelled` and `sso-refused`. */
export interface Provider {
  name: string;
  issuer: string;
  /** The address somebody is led to; `anew`: she is to prove again who she is, even if she is signed in there. */
  begin(wish: { anew: boolean }): Promise<{ address: string; begun: Begun }>;
  /** Whom the provider vouches for, in what stood behind the question mark when she came back. */
  identityIn(begun: Begun, query: string): Promise<Identity>;
}

/** The one address people come back to, as it is registered at the provider. */
const cameBack = '/lam-viec/dang-nhap/mot-lan/ve';
const asksFor = 'openid email';
/** Seconds since she proved there who she is: it is done for this. Some take 0 for nothing said. */
const justNow = '1';

interface Around {
  origin: string;
  clock: () => Date;
  log: Log;
}

export function openProvider(settings: SsoSettings, { origin, clock, log }: Around): Provider {
  const redirect = origin + cameBack;
  const described = descriptions(settings, clock);

  function refuse(error: unknown): never {
    const problem = problemOf(error);
    if (problem.code !== 'sso-cancelled') log.failure(problem.code, error);
    throw problem;
  }

  async function begin({ anew }: { anew: boolean }) {
    const config = await described();
    const begun = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
    const address = oidc.buildAuthorizationUrl(config, {
      redirect_uri: redirect,
      scope: asksFor,
      state: begun.state,
      nonce: begun.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(begun.verifier),
      code_challenge_method: 'S256',
      ...(anew ? { max_age: justNow } : {}),
    });
    return { address: address.href, begun };
  }

  async function identityIn({ state, nonce, verifier }: Begun, query: string) {
    const config = await described();
    const answer = new URL(redirect);
    answer.search = query;
    const expected = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
    const tokens = await oidc.authorizationCodeGrant(config, answer, expected);
    const { email, ...identity } = identityOf(config, tokens);
    return { ...identity, email: () => email().catch(refuse) };
  }

  return {
    name: settings.name,
    issuer: settings.issuer,
    begin: (wish) => begin(wish).catch(refuse),
    identityIn: (begun, query) => identityIn(begun, query).catch(refuse),
  };
}

const hour = 3_600_000;
const soon = 5_000;

/**
 * How the provider describes itself, asked for when somebody first needs it and once an hour from then on. One that does
 * not answer is asked again after seconds, not by everybody who comes; until then it goes by what it said before.
 */
function descriptions(settings: SsoSettings, clock: () => Date): () => Promise<oidc.Configuration> {
  let known: oidc.Configuration | undefined;
  let asked: Promise<oidc.Configuration> | undefined;
  let until = 0;

  async function ask(): Promise<oidc.Configuration> {
    try {
      known = await discover(settings);
      until = clock().getTime() + hour;
      return known;
    } catch (error) {
      until = clock().getTime() + soon;
      if (known === undefined) throw error;
      return known;
    }
  }

  return () => {
    if (asked === undefined || clock().getTime() >= until) {
      // While it is being asked, everybody waits for the one answer.
      until = Infinity;
      asked = ask();
    }
    return asked;
  };
}

async function discover({ issuer, clientId, clientSecret }: SsoSettings): Promise<oidc.Configuration> {
  const config = await oidc.discovery(new URL(issuer), clientId, clientSecret, provingBy(clientSecret), {
    timeout: 10,
    execute: [
      // The signature is checked also where the token came over TLS: a proxy in between is nobody who may sign.
      oidc.enableNonRepudiationChecks,
      ...(isBareLoopback(issuer) ? [oidc.allowInsecureRequests] : []),
    ],
  });
  // The library lets some hosts call themselves otherwise, for tenants nobody has named.
  if (config.serverMetadata().issuer !== issuer) throw new NotAsAgreed('issuer-differs');
  return config;
}

/** By the header as the specification has it, unless the provider says that it takes the secret in the body alone. */
function provingBy(secret: string): oidc.ClientAuth {
  const [basic, post] = [oidc.ClientSecretBasic(secret), oidc.ClientSecretPost(secret)];
  return (server, ...rest) => {
    const taken = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (taken.includes('client_secret_basic') ? basic : post)(server, ...rest);
  };
}
