import type { DraftPieceView, DraftsView } from '@danban/contract';
import { t } from '@danban/i18n';
import { fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { read, readIfAllowed, refuse, send, sendBytes, type Outcome, type Refusal } from '../../../../../../lib/api.ts';
import { draftsApi, draftsPage, placeOf } from '../../../../../../lib/drafts/addresses.ts';
import { editIn, fileIn, revisionIn, typedIn, type Typed } from '../../../../../../lib/drafts/posted.ts';
import { done, type Done } from '../../../../../../lib/drafts/words.ts';
import { field } from '../../../../../../lib/form.ts';
import type { Actions, PageServerLoad } from './$types.js';

const survey = (event: RequestEvent): string => event.params['id'] ?? '';
const api = (event: RequestEvent): string => draftsApi(survey(event));

export const load: PageServerLoad = async (event) => {
  const view = await read<DraftsView>(event, api(event));
  const asked = event.url.searchParams.get('sua');
  const told = event.url.searchParams.get('da');
  const wanted = view.working !== null && asked !== null && /^\d{1,6}$/.test(asked);
  return {
    view,
    piece: wanted ? await readIfAllowed<DraftPieceView>(event, `${api(event)}/working/pieces/${asked}`) : null,
    told: done.find((one) => one === told) ?? null,
    today: new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }),
  };
};

type Refused = ActionFailure<{ refusal: Refusal; typed?: Typed }>;

/** The page anew, saying what was done, at the place where it was done. */
function shown(event: RequestEvent, what: Done, place = ''): never {
  redirect(303, `${draftsPage(survey(event))}?da=${what}${place}`);
}

async function act(event: RequestEvent, path: string, body: object, what: Done, place?: string): Promise<Refused> {
  const sent = await send(event, 'POST', `${api(event)}${path}`, body);
  return sent.ok ? shown(event, what, place) : refuse(sent);
}

async function brought(event: RequestEvent, form: FormData): Promise<Outcome<void> | null> {
  const { text, ...named } = typedIn(form);
  const about = { ...named, ...revisionIn(form) };
  const file = fileIn(form);
  if (file === null && text.trim() === '') return null;
  if (file === null) {
    const notSecret = field(form, 'notSecret') === 'true';
    return send(event, 'POST', `${api(event)}/working/text`, { ...about, notSecret, text });
  }
  const query = new URLSearchParams({ name: file.name, notSecret: field(form, 'notSecret') });
  for (const [name, value] of Object.entries(about)) query.set(name, String(value));
  return sendBytes(event, `${api(event)}/working/file?${query.toString()}`, await file.arrayBuffer());
}

/** Sends a file beside a version; null where none was chosen. */
async function attached(event: RequestEvent, form: FormData): Promise<Outcome<void> | null> {
  const file = form.get('attachment');
  if (!(file instanceof File) || file.name === '') return null;
  const about = { name: file.name, number: field(form, 'number'), notSecret: field(form, 'fileNotSecret') };
  const query = new URLSearchParams(about).toString();
  return sendBytes(event, `${api(event)}/attachments?${query}`, await file.arrayBuffer());
}

async function attach(event: RequestEvent): Promise<Refused> {
  const sent = await attached(event, await event.request.formData());
  if (sent?.ok) return shown(event, 'attached', '#tai-lieu');
  if (sent !== null) return refuse(sent);
  const sentence = t(event.locals.lang, 'attachment.needFile');
  return fail(422, { refusal: { code: 'attachment-not-read', sentence, issues: [] } });
}

async function detach(event: RequestEvent): Promise<Refused> {
  const id = field(await event.request.formData(), 'attachment');
  const sent = await send(event, 'DELETE', `${api(event)}/attachments/${encodeURIComponent(id)}`);
  return sent.ok ? shown(event, 'detached', '#tai-lieu') : refuse(sent);
}

async function bring(event: RequestEvent): Promise<Refused> {
  const form = await event.request.formData();
  const typed = typedIn(form);
  const sent = await brought(event, form);
  if (sent === null) {
    const sentence = t(event.locals.lang, 'draft.needText');
    return fail(422, { refusal: { code: 'need-text', sentence, issues: [] }, typed });
  }
  if (sent.ok) return shown(event, 'uploaded', '#dang-soan');
  return refuse(sent, { typed });
}

export const actions = {
  bring,
  attach,
  detach,
  correct: async (event) => {
    const form = await event.request.formData();
    const [what, index] = [field(form, 'act'), Number(field(form, 'index'))];
    // What was joined to the one before is found there.
    const place = `#${placeOf(what === 'merge' ? Math.max(index - 1, 0) : index)}`;
    const body = { ...revisionIn(form), edit: editIn(form) };
    return act(event, '/working/corrections', body, done.find((one) => one === what) ?? 'merge', place);
  },
  undo: async (event) => act(event, '/working/undo', revisionIn(await event.request.formData()), 'undo'),
  discard: async (event) => act(event, '/working/discard', revisionIn(await event.request.formData()), 'discarded'),
  publish: async (event) => {
    const form = await event.request.formData();
    const [label, datedOn] = [field(form, 'finalLabel'), field(form, 'finalDatedOn')];
    return act(event, '/publication', { ...revisionIn(form), label, datedOn }, 'published');
  },
  ask: async (event) => {
    const form = await event.request.formData();
    const [version, revision] = [Number(field(form, 'version')), Number(field(form, 'revision'))];
    const wish = { version, revision, grain: field(form, 'grain'), comments: field(form, 'comments') !== '' };
    return act(event, '/questions', wish, 'asked');
  },
} satisfies Actions;
