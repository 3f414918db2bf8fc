import type { SurveyView } from '@danban/contract';
import { merge, parseDefinition, type Definition, type LegalDocument } from '@danban/survey';
import type { RequestEvent } from '@sveltejs/kit';
import { read, send, type Outcome } from '../../api.ts';
import { field } from '../../form.ts';
import { edited } from '../edits.ts';
import { applyAct, touched } from './acts.ts';
import type { Version } from './autosave.ts';
import { versionOf } from './desk.ts';

/** The editor as a browser without scripts posts it. */
interface Posted {
  /** What the person had before her when she began. */
  base: Version;
  typed: Definition;
  /** The same after the act of the button she pressed. */
  wanted: Definition;
  acted: boolean;
  /** The question it was done on. */
  open: string | undefined;
  /** She has seen that somebody else saved, and wants her words where both wrote. */
  insists: boolean;
}

/** Null when what came is no editor of ours. */
export function postedDraft(form: FormData, register: readonly LegalDocument[]): Posted | null {
  try {
    const shown = JSON.parse(field(form, 'definition')) as Definition;
    const base = (JSON.parse(field(form, 'base') || 'null') as Definition | null) ?? shown;
    const typed = edited(shown, (name) => field(form, name), register);
    const act = field(form, 'do');
    const wanted = act === '' ? typed : applyAct(typed, act);
    return {
      base: { definition: base, revision: Number(field(form, 'revision')) },
      typed,
      wanted,
      acted: act !== '',
      open: touched(typed, wanted, act),
      insists: field(form, 'based') !== '',
    };
  } catch {
    // Hidden fields are written by the page; whoever writes them herself is told no more than that.
    return null;
  }
}

type Saved = { ok: true; told: 'saved' | 'changed' | 'merged' } | Extract<Outcome<unknown>, { ok: false }>;
type Event = Pick<RequestEvent, 'fetch' | 'locals' | 'request'>;

/** Saves it; where somebody saved meanwhile, together with what she changed, unless both wrote in one place. */
export async function savePosted(event: Event, address: string, posted: Posted): Promise<Saved> {
  const { base, wanted, insists } = posted;
  const put = (version: Version) => send<SurveyView>(event, 'PUT', address, version);
  const sent = await put({ definition: wanted, revision: base.revision });
  if (sent.ok) return { ok: true, told: posted.acted ? 'changed' : 'saved' };
  if (sent.refusal.code !== 'survey-changed-meanwhile' || !parseDefinition(base.definition).ok) return sent;
  const theirs = versionOf(await read<SurveyView>(event, address));
  const { mine, clashes } = merge(base.definition, wanted, theirs.definition);
  if (clashes.length > 0 && !insists) return sent;
  const again = await put({ definition: mine, revision: theirs.revision });
  return again.ok ? { ok: true, told: 'merged' } : again;
}
