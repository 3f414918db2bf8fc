import { createHash, createHmac } from 'node:crypto';
import { toBase64Url } from '@danban/bytes';
import type { Invitation } from '../vaults/roster.ts';
import type { Entry } from './list.queries.ts';

/** 128 bits. */
const codeBytes = 16;

/**
 * The code of one person's invitation. It is computed, not kept: letters and reminders can be written again, and the
 * vault alone, without the key that lies outside, opens nothing.
 */
export function codeOf(inviteKey: Buffer, survey: string, person: string, edition: number): Buffer {
  const text = JSON.stringify(['danban/invitation/v1', survey, person, edition]);
  return createHmac('sha256', inviteKey).update(text).digest().subarray(0, codeBytes);
}

/** What the vault knows an invitation by. */
export function hashOfCode(survey: string, code: Uint8Array): Buffer {
  return createHash('sha256').update(`danban/invitation/v1 ${survey} `).update(code).digest();
}

/** The invitation as it is written to her. */
export function written(inviteKey: Buffer, survey: string, entry: Entry): Invitation {
  const { id, unit, name, email, phone, edition, stratum } = entry;
  const code = toBase64Url(codeOf(inviteKey, survey, id, edition));
  return { id, unit, name, email, phone, code, stratum: stratum! };
}
