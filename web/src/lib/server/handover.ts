/** What the process hands to its pages. */
export interface Handover {
  /** The API of this very process, reached without a socket. */
  answer: (request: Request) => Response | Promise<Response>;
  /** Public address, without a trailing slash. */
  origin: string;
  /** Other origins the page of a respondent sends to; empty where it sends to its own. */
  elsewhere: { urn: string; issuer: string };
  /** Writes down that a page failed. */
  failed: (error: unknown) => void;
}

// The pages are bundled and server.ts runs from source, so a module of theirs exists twice. One place on globalThis
// is seen by both, and outlives a reload of the pages in development.
const place = Symbol.for('danban.handover');
const shared = globalThis as unknown as Record<symbol, Handover | undefined>;

export function handOver(handover: Handover): void {
  shared[place] = handover;
}

export function handedOver(): Handover {
  const handover = shared[place];
  if (handover === undefined) throw new Error('The pages run without a house: start them with web/server.ts.');
  return handover;
}
