import type { Receipt } from './device.ts';

/** The receipt as it stands behind `#` of the address where the survey is checked; nothing behind `#` is ever sent. */
export function linkOf(address: string, code: string, { sheet, leaf, closesAt, signature }: Receipt): string {
  return `${address}#${[code.replaceAll('-', ''), sheet, leaf, closesAt, signature].join('.')}`;
}
