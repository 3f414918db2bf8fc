import { toBase64Url } from '@danban/bytes';
import { leafSalt, seedCode } from '@danban/credential';
import { readRecovery } from '../roster/recovery.ts';
import type { Receipt } from './device.ts';
import type { ReceiptTexts } from './texts.ts';

/** The code of a receipt, however it was typed; or what is wrong with it. */
export async function codeTyped(
  typed: string,
  { key, opening }: Receipt,
  texts: ReceiptTexts,
): Promise<{ code: string } | { wrong: string }> {
  const seed = readRecovery(typed, texts);
  if (typeof seed === 'string') return { wrong: seed };
  const isHers = toBase64Url(await leafSalt(seed, opening)) === key;
  return isHers ? { code: seedCode(seed) } : { wrong: texts.wrongCode };
}
