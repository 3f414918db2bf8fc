import { t } from '@danban/i18n';
import type { Lang, MessageKey } from '@danban/i18n';
import { entersByCode, takesWords } from '@danban/survey';
import type { Definition } from '@danban/survey';
import { kindNames } from './telling.ts';

const spoken = {
  errors: 'answering.errors',
  rowsMissing: 'answering.rowsMissing',
  fixed: 'answering.fixed',
  errorsText: 'answering.errorsText',
  clear: 'answering.clear',
  sendAgain: 'answering.sendAgain',
  forgotten: 'answering.forgotten',
  forgetReceipt: 'answering.forgetReceipt',
  sending: 'answering.sending',
  retrying: 'answering.retrying',
  failed: 'answering.failed',
  refused: 'answering.refused',
  changed: 'answering.changed',
  late: 'answering.late',
  offline: 'answering.offline',
  done: 'answering.done',
  foundText: 'answering.foundText',
  interrupted: 'answering.interruptedKept',
  come: 'answering.come',
  gone: 'answering.gone',
  up: 'answering.up',
  down: 'answering.down',
  remove: 'answering.remove',
  add: 'answering.add',
  placed: 'answering.placed',
  unplaced: 'answering.unplaced',
  trial: 'preview.notSent',
  required: 'issue.required',
  'places-missing': 'issue.places-missing',
  'too-many-choices': 'issue.too-many-choices',
  'exclusive-option': 'issue.exclusive-option',
  'too-long': 'issue.too-long',
  'not-a-number': 'issue.not-a-number',
  'out-of-range': 'issue.out-of-range',
  'off-step': 'issue.off-step',
  'wrong-type': 'issue.wrong-type',
} as const satisfies Record<string, MessageKey>;

/** Of the code of a slip: sent along only where there is one. */
const ofCode = {
  'code-missing': 'issue.code-missing',
  'code-group-missing': 'issue.code-group-missing',
  'code-group-too-short': 'issue.code-group-too-short',
  'code-group-too-long': 'issue.code-group-too-long',
  'code-group-unknown-sign': 'issue.code-group-unknown-sign',
  'code-group-mistyped': 'issue.code-group-mistyped',
  'code-group-too-many': 'issue.code-group-too-many',
  'code-groups': 'issue.code-groups',
  'code-unknown': 'issue.code-unknown',
  'code-voided': 'issue.code-voided',
  'already-counted': 'issue.already-counted',
} as const satisfies Record<string, MessageKey>;

/** Likewise of a credential. */
const ofCredential = { 'credential-invalid': 'issue.credential-invalid' } as const satisfies Record<string, MessageKey>;

/** Likewise of words that may tell who somebody is. */
const ofWords = {
  caution: 'caution.title',
  cautionText: 'caution.text',
  told: 'caution.told',
  settled: 'caution.settled',
  rewrite: 'caution.rewrite',
  asIs: 'caution.asIs',
  ...kindNames,
} as const satisfies Record<string, MessageKey>;

export type ScriptTexts = Record<keyof typeof spoken, string> &
  Partial<Record<keyof typeof ofCode | keyof typeof ofCredential | keyof typeof ofWords, string>>;

/** The sentences the page's script may need, `{name}` left open: it has no catalog of its own. */
export function scriptTexts(lang: Lang, definition: Pick<Definition, 'door' | 'questions'>): ScriptTexts {
  const hasWords = definition.questions.some(takesWords);
  const ofDoor = { ...(entersByCode(definition) && ofCode), ...(definition.door === 'roster' && ofCredential) };
  const needed = { ...spoken, ...ofDoor, ...(hasWords && ofWords) };
  const said = Object.entries(needed).map(([name, key]) => [name, t(lang, key)]);
  return Object.fromEntries(said) as ScriptTexts;
}
