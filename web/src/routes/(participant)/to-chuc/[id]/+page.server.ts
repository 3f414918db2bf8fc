import { randomUUID } from 'node:crypto';
import type { OwnOpinionView, ProblemView } from '@danban/contract';
import type { OpinionDraft } from '@danban/critique';
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { refusalOf, type Refusal } from '../../../../lib/api.ts';
import { field } from '../../../../lib/form.ts';
import { ownApi, ownPage } from '../../../../lib/official/addresses.ts';
import { judgedIn, verdictOf } from '../../../../lib/official/judged.ts';
import { draftIn, pointsAfter, pressedIn, revisionIn } from '../../../../lib/official/posted.ts';
import type { Actions, PageServerLoad } from './$types.js';

const id = (event: Pick<RequestEvent, 'params'>): string => event.params['id'] ?? '';
const api = (event: Pick<RequestEvent, 'params'>): string => ownApi(id(event));

const shows = ['form', 'review'] as const;
const tolds = ['saved', 'sent', 'judged', 'left', 'discarded'] as const;

/** What is asked for in the address, of what there is. */
const chosen = <T extends string>(all: readonly T[], asked: string | null): T | null =>
  all.find((one) => one === asked) ?? null;

export const load: PageServerLoad = async (event) => {
  const answer = await event.fetch(`${api(event)}/opinion`);
  const asked = event.url.searchParams;
  const told = chosen(tolds, asked.get('da'));
  const page = { organisation: id(event), told, show: chosen(shows, asked.get('xem')), checked: asked.has('thieu') };
  if (answer.ok) return { ...page, view: (await answer.json()) as OwnOpinionView };
  if (answer.status >= 500) error(503);
  return { ...page, view: null };
};

/** The page anew, in the same language. */
function onward(event: RequestEvent, query: Record<string, string>, place = ''): never {
  const lang: Record<string, string> = event.locals.lang === 'en' ? { lang: 'en' } : {};
  const asked = new URLSearchParams({ ...query, ...lang }).toString();
  redirect(303, `${ownPage(id(event))}${asked === '' ? '' : `?${asked}`}${place}`);
}

interface Sent {
  ok: boolean;
  status: number;
  refusal: Refusal;
}

async function send(event: RequestEvent, method: string, path: string, body?: unknown): Promise<Sent> {
  const json = { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body ?? {}) };
  const answer = await event.fetch(`${api(event)}${path}`, { method, ...json });
  const { code, issues = [] } = answer.ok ? { code: 'internal' } : ((await answer.json()) as ProblemView);
  return { ok: answer.ok, status: answer.status, refusal: { ...refusalOf(event.locals.lang, code), issues } };
}

/** The file of the form, if one was chosen, in place of the one there was. */
async function bringFile(event: RequestEvent, form: FormData): Promise<Sent | null> {
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0) return null;
  const { draft } = (await (await event.fetch(`${api(event)}/opinion`)).json()) as OwnOpinionView;
  const query = new URLSearchParams({ name: file.name.slice(0, 255), revision: String(draft.revision) });
  const headers = { 'content-type': 'application/octet-stream' };
  const sent = { method: 'POST', headers, body: await file.arrayBuffer() };
  const answer = await event.fetch(`${api(event)}/file?${query.toString()}`, sent);
  if (answer.ok) return null;
  const { code, issues = [] } = (await answer.json()) as ProblemView;
  const ofFile = issues.map((issue) => ({ ...issue, path: 'file' }));
  return { ok: false, status: answer.status, refusal: { ...refusalOf(event.locals.lang, code), issues: ofFile } };
}

async function detach(event: RequestEvent): Promise<Sent> {
  const { draft } = (await (await event.fetch(`${api(event)}/opinion`)).json()) as OwnOpinionView;
  return send(event, 'POST', '/file/removal', { revision: draft.revision });
}

async function enter(event: RequestEvent, form: FormData) {
  const sent = await send(event, 'POST', '/entry', { secret: field(form, 'secret').slice(0, 2000) });
  return sent.ok ? onward(event, {}) : fail(sent.status, { refusal: sent.refusal });
}

async function leave(event: RequestEvent) {
  await send(event, 'DELETE', '/entry');
  onward(event, { da: 'left' });
}

async function official(event: RequestEvent, form: FormData) {
  const body = { revision: revisionIn(form), notSecret: field(form, 'notSecret') === 'true' };
  const sent = await send(event, 'POST', '/opinion', body);
  return sent.ok ? onward(event, { da: 'sent' }) : fail(sent.status, { refusal: sent.refusal });
}

async function discard(event: RequestEvent, form: FormData) {
  const sent = await send(event, 'POST', '/opinion/discard', { revision: revisionIn(form) });
  return sent.ok ? onward(event, { da: 'discarded' }) : fail(sent.status, { refusal: sent.refusal });
}

async function judge(event: RequestEvent, form: FormData) {
  const judged = judgedIn(form);
  const sent = await send(event, 'POST', '/verdicts', verdictOf(judged));
  return sent.ok ? onward(event, { da: 'judged' }, '#told') : fail(sent.status, { refusal: sent.refusal, judged });
}

const refusedWith = (sent: Sent, typed: OpinionDraft) => fail(sent.status, { refusal: sent.refusal, typed });

/** Every button of the form saves what was typed first. */
async function write(event: RequestEvent, form: FormData) {
  const pressed = pressedIn(form);
  const typed = draftIn(form);
  const addTo = field(form, 'addTo');
  const added = { id: randomUUID(), clause: addTo === '' ? null : addTo, opinion: '', reason: '', wording: '' };
  const moved = pointsAfter(pressed, typed.points, added);
  const body = moved === null ? typed : { ...typed, points: moved.points };
  const saved = await send(event, 'PUT', '/opinion', { revision: revisionIn(form), body });
  if (!saved.ok) return refusedWith(saved, typed);
  const unread = pressed.act === 'detach' ? null : await bringFile(event, form);
  if (unread) return refusedWith(unread, body);
  if (pressed.act === 'detach') await detach(event);
  if (moved !== null)
    return onward(event, { xem: 'form' }, moved.points.length === 0 ? '#points' : `#point-${moved.place}`);
  if (pressed.act !== 'review') return onward(event, { xem: 'form', da: 'saved' }, '#told');
  const { issues } = (await (await event.fetch(`${api(event)}/opinion`)).json()) as OwnOpinionView;
  return issues.length > 0 ? onward(event, { xem: 'form', thieu: '1' }, '#errors') : onward(event, { xem: 'review' });
}

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const { act } = pressedIn(form);
    if (act === 'enter') return enter(event, form);
    if (act === 'leave') return leave(event);
    if (act === 'send') return official(event, form);
    if (act === 'judge') return judge(event, form);
    if (act === 'discard') return discard(event, form);
    return write(event, form);
  },
};
