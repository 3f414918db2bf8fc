import * as oidc from 'openid-client';
import { z } from 'zod';
import { NotAsAgreed } from './refusals.ts';

/** Whom the provider vouches for. */
export interface Identity {
  issuer: string;
  /** The provider's own name for the person, the same for ever: what an account is linked with. */
  subject: string;
  /** Milliseconds since she proved there who she is; null: the provider does not say. */
  provedAgo: number | null;
  /** Asked for only where it is needed. */
  email(): Promise<Email | undefined>;
}

export interface Email {
  address: string;
  verified: boolean;
}

type Tokens = Awaited<ReturnType<typeof oidc.authorizationCodeGrant>>;

/** What the library leaves open; the rest of the token it has checked. OpenID Connect Core, sections 2 and 5.1. */
const claims = z.object({
  iss: z.string(),
  sub: z.string().regex(/^[\x20-\x7e]{1,255}$/),
  iat: z.number(),
  azp: z.string().optional(),
  auth_time: z.number().optional(),
});
const emailClaims = z.object({ email: z.string().max(320), email_verified: z.unknown().optional() });

/** Throws where the token says something else than one of this provider's for us can. */
export function identityOf(config: oidc.Configuration, tokens: Tokens): Identity {
  const told = tokens.claims();
  const { iss, sub, iat, azp, auth_time } = claims.parse(told);
  if (azp !== undefined && azp !== config.clientMetadata().client_id) throw new NotAsAgreed('other-client');
  return {
    issuer: iss,
    subject: sub,
    // Both by the clock of the provider: that it differs from ours does not matter.
    provedAgo: auth_time === undefined ? null : Math.max(0, iat - auth_time) * 1000,
    async email() {
      return emailIn(told) ?? emailIn(await moreOf(config, tokens, sub));
    },
  };
}

function emailIn(told: unknown): Email | undefined {
  const { success, data } = emailClaims.safeParse(told);
  return success ? { address: data.email, verified: data.email_verified === true } : undefined;
}

/** Providers may leave the address out of the token and tell it when asked; the library compares the subject. */
async function moreOf(config: oidc.Configuration, tokens: Tokens, subject: string): Promise<unknown> {
  if (config.serverMetadata().userinfo_endpoint === undefined) return undefined;
  return oidc.fetchUserInfo(config, tokens.access_token, subject);
}
