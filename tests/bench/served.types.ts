import type { Definition } from '@danban/survey';

/** What the process under measure serves, and on which port. */
export interface Served {
  ports: Record<'product' | 'noStore' | 'insertEach' | 'page' | 'results' | 'plainList' | 'naive' | 'bare', number>;
  slug: string;
  /** Sign these people of the example in, once each. */
  signIn: Record<'organizer' | 'admin', string>;
  resultsSlug: string;
  /** A survey behind a list: the codes of all its invitations, and what its answers are signed under, and for which unit. */
  listed: { survey: string; slug: string; opening: string; unit: number; codes: string[]; definition: Definition };
}

/** Answers with how many bare signatures it makes in a second. */
export const signingPath = '/sign';
/** Answers with how many times in a second it verifies, bare, the two signatures of an answer under a credential. */
export const verifyingPath = '/verify';

/** Where the handler that stores nothing also has the static file, so that one connection can ask for both. */
export const filePath = '/file';

/** The product beside a province of schools. */
export interface RosterServed {
  port: number;
  /** Signs the organizer in, once. */
  signIn: string;
  organizer: string;
}

/** What a step asked of the main thread and of the memory. */
export interface Strain {
  stillMs: number;
  memoryMb: number;
}

export interface FlushWish {
  /** Answers in one flush. */
  many: number;
  rounds: number;
}

/** Milliseconds, one of each for every round. */
export interface Flushed {
  flushes: number[];
  inserts: number[];
  /** Telling the log of it. */
  lines: number[];
}
