/** What the forging provider is to say, carried by the code it is asked with. */
export interface Order {
  nonce: string;
  /** What is null is left out. */
  claims: Record<string, unknown>;
  /** `own` is the key it publishes. */
  signedBy?: 'own' | 'other' | 'secret' | 'nobody';
  /** Seconds since the token ended. */
  expired?: number;
  userinfo?: object;
  /** Refuses us with this status. */
  tokenStatus?: number;
}

export const codeOf = (order: Order): string => Buffer.from(JSON.stringify(order)).toString('base64url');
