import { t } from '@danban/i18n';
import type { Lang, MessageKey } from '@danban/i18n';

const spoken = {
  errors: 'answering.errors',
  rowsMissing: 'answering.rowsMissing',
  fixed: 'answering.fixed',
  errorsText: 'answering.errorsText',
  clear: 'answering.clear',
  sendAgain: 'answering.sendAgain',
  forgotten: 'answering.forgotten',
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

export type ScriptTexts = Record<keyof typeof spoken, string>;

/** The sentences the page's script may need, `{name}` left open: it has no catalog of its own. */
export function scriptTexts(lang: Lang): ScriptTexts {
  const said = Object.entries(spoken).map(([name, key]) => [name, t(lang, key)]);
  return Object.fromEntries(said) as ScriptTexts;
}
