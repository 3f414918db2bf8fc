import type { IssueView, ProblemView } from '@danban/contract';
import { isMessageKey, t, type Lang } from '@danban/i18n';
import { error, fail, type ActionFailure, type RequestEvent } from '@sveltejs/kit';

type Event = Pick<RequestEvent, 'fetch' | 'locals'>;
type Acting = Event & Pick<RequestEvent, 'request'>;
type Method = 'POST' | 'PUT' | 'DELETE';

/** A refusal as a page shows it: the sentence of its code, and where in the input. */
export interface Refusal {
  code: string;
  sentence: string;
  issues: IssueView[];
}
export type Outcome<T> = { ok: true; value: T } | { ok: false; status: number; refusal: Refusal };

function sentenceOf(lang: Lang, code: string): string {
  const key = `problem.${code}`;
  return t(lang, isMessageKey(key) ? key : 'problem.internal');
}

async function outcome<T>(response: Response, lang: Lang): Promise<Outcome<T>> {
  const text = await response.text();
  if (response.ok) return { ok: true, value: (text === '' ? undefined : JSON.parse(text)) as T };
  const { code = 'internal', issues = [] } = JSON.parse(text) as Partial<ProblemView>;
  return { ok: false, status: response.status, refusal: { code, sentence: sentenceOf(lang, code), issues } };
}

/** Reads a view; a refusal becomes the error page with the sentence of its code. */
export async function read<T>(event: Event, path: string): Promise<T> {
  const read = await outcome<T>(await event.fetch(path), event.locals.lang);
  return read.ok ? read.value : error(read.status, read.refusal.sentence);
}

/** The same for a part of a page that is left out for who may not see it. */
export async function readIfAllowed<T>(event: Event, path: string): Promise<T | null> {
  const read = await outcome<T>(await event.fetch(path), event.locals.lang);
  return read.ok ? read.value : null;
}

/** Sends an act; a refusal comes back as a value, so that the form can say it. */
export async function send<T>(event: Acting, method: Method, path: string, body?: unknown): Promise<Outcome<T>> {
  // By the name of the browser a person knows her sessions.
  const agent = event.request.headers.get('user-agent') ?? '';
  const json = {
    headers: { 'content-type': 'application/json', 'user-agent': agent },
    body: JSON.stringify(body ?? {}),
  };
  return outcome<T>(await event.fetch(path, { method, ...json }), event.locals.lang);
}

/** Sends a file as its bytes. */
export async function sendBytes<T>(event: Event, path: string, body: ArrayBuffer): Promise<Outcome<T>> {
  const headers = { 'content-type': 'application/octet-stream' };
  return outcome<T>(await event.fetch(path, { method: 'POST', headers, body }), event.locals.lang);
}

/** A refusal a page gives by itself. */
export const refusalOf = (lang: Lang, code: string): Refusal => ({
  code,
  sentence: sentenceOf(lang, code),
  issues: [],
});

/** The refusal of a form: its sentence, and what the person had typed. */
export function refuse<F extends object>(
  outcome: Extract<Outcome<unknown>, { ok: false }>,
  fields?: F,
): ActionFailure<{ refusal: Refusal } & Partial<F>> {
  return fail(outcome.status, { refusal: outcome.refusal, ...fields } as { refusal: Refusal } & Partial<F>);
}
