import { t } from '@danban/i18n';
import type { Lang, MessageKey } from '@danban/i18n';

const spoken = {
  copied: 'receipt.copied',
  copyFailed: 'receipt.copyFailed',
  saved: 'receipt.saved',
  saveFailed: 'receipt.saveFailed',
  removed: 'receipt.removed',
  withoutSure: 'receipt.withoutSure',
  wrongCode: 'receipt.wrongCode',
  group: 'credential.group',
  groupMissing: 'credential.groupMissing',
  groupLong: 'credential.groupLong',
  groups: 'credential.groups',
  noCode: 'credential.noCode',
} as const satisfies Record<string, MessageKey>;

export type ReceiptTexts = Record<keyof typeof spoken, string>;

/** The sentences the script of a receipt may need; it has no catalog of its own. */
export function receiptTexts(lang: Lang): ReceiptTexts {
  const said = Object.entries(spoken).map(([name, key]) => [name, t(lang, key)]);
  return Object.fromEntries(said) as ReceiptTexts;
}
