import { t } from '@danban/i18n';
import type { Lang, MessageKey } from '@danban/i18n';

const spoken = {
  linkWrong: 'credential.linkWrong',
  opening: 'credential.doubt.opening',
  questions: 'credential.doubt.questions',
  key: 'credential.doubt.key',
  unreachable: 'credential.unreachable',
  copied: 'credential.copied',
  copyFailed: 'credential.copyFailed',
  collecting: 'credential.collecting',
  offline: 'credential.waiting',
  retrying: 'credential.waiting',
  failed: 'credential.failed',
  onlyHere: 'credential.onlyHere',
  notKept: 'credential.notKept',
  beside: 'credential.beside',
  stays: 'credential.stays',
  newCode: 'credential.newCode',
  forgetSure: 'credential.forgetSure',
  forgotten: 'answering.forgotten',
  group: 'credential.group',
  groupMissing: 'credential.groupMissing',
  groupLong: 'credential.groupLong',
  groups: 'credential.groups',
  noCode: 'credential.noCode',
  wrongCode: 'credential.wrongCode',
  'credential-collected': 'credential.taken',
  'invitation-unknown': 'credential.unknown',
  'invitation-revoked': 'credential.revoked',
  'survey-closed': 'credential.closed',
  'survey-paused': 'credential.paused',
  'intake-interrupted': 'answering.interrupted',
  'credential-refused': 'credential.unsigned',
  refused: 'credential.refused',
} as const satisfies Record<string, MessageKey>;

export type RosterTexts = Record<keyof typeof spoken, string>;

/** The sentences the script of this door may need; it has no catalog of its own. */
export function rosterTexts(lang: Lang): RosterTexts {
  const said = Object.entries(spoken).map(([name, key]) => [name, t(lang, key)]);
  return Object.fromEntries(said) as RosterTexts;
}
