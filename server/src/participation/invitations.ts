import { createHash, createHmac } from 'node:crypto';
import { toBase64Url } from '@danban/bytes';

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

export const codeText = (code: Uint8Array): string => toBase64Url(code);

/** What the vault knows an invitation by. */
export function hashOfCode(survey: string, code: Uint8Array): Buffer {
  return createHash('sha256').update(`danban/invitation/v1 ${survey} `).update(code).digest();
}
