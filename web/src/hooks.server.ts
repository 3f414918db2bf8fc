import type { MeView } from '@danban/contract';
import { isMessageKey, t, type Lang } from '@danban/i18n';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { handedOver } from './lib/server/handover.ts';
import { langOfAddress, langOfStaff } from './lib/server/lang.ts';
import { isForeignPost } from './lib/server/origin.ts';

const signIn = '/lam-viec/dang-nhap';
const codeDue = '/lam-viec/ma-xac-nhan';
const own = '/lam-viec/toi';
const openToAll = new Set([
  signIn,
  `${signIn}/mot-lan`,
  `${signIn}/mot-lan/ve`,
  codeDue,
  '/lam-viec/vao',
  '/lam-viec/thiet-lap',
  '/lam-viec/mat-khau',
]);

const isApi = (path: string): boolean => /^\/(api|lam-viec\/api|to-chuc\/[^/]+\/api)\//.test(path);
const isParticipant = (path: string): boolean => path.startsWith('/s/');
const isOrganisation = (path: string): boolean => path.startsWith('/to-chuc/');
const isStaff = (path: string): boolean => path === '/lam-viec' || path.startsWith('/lam-viec/');

/** `event.fetch` of a page comes here again and is handed to the API without a socket. */
export const handle: Handle = async ({ event, resolve }) => {
  const { pathname } = event.url;
  if (isApi(pathname)) return handedOver().answer(event.request);
  event.locals.me = null;
  event.locals.lang = isStaff(pathname) ? langOfStaff(event.url, event.cookies) : langOfAddress(event.url);
  const hasCookie = isStaff(pathname) || isOrganisation(pathname);
  if (hasCookie && isForeignPost(event.request, handedOver().origin)) return refuseForeignPost(event.locals.lang);
  if (isStaff(pathname)) {
    const { me, elsewhere } = await whoIsSignedIn(event);
    event.locals.me = me;
    if (elsewhere !== null && !openToAll.has(pathname)) redirect(303, elsewhere);
  }
  const response = await resolve(event, {
    transformPageChunk: ({ html }) => html.replace('%lang%', event.locals.lang),
  });
  // What somebody answered or was shown stays in no cache of a shared computer.
  if (hasCookie || isParticipant(pathname)) response.headers.set('cache-control', 'no-store');
  if (isParticipant(pathname)) letSendElsewhere(response.headers);
  return response;
};

/** Where answers and credentials have addresses of their own, the page may send there; after the form it comes back. */
function letSendElsewhere(headers: Headers): void {
  const { origin, elsewhere } = handedOver();
  const policy = headers.get('content-security-policy');
  const others = [...new Set([elsewhere.urn, elsewhere.issuer])].filter((address) => address !== '');
  if (policy === null || others.length === 0) return;
  const forms = elsewhere.urn === '' ? '' : ` ${origin} ${elsewhere.urn}`;
  const wider = policy
    .replace("connect-src 'self'", `connect-src 'self' ${others.join(' ')}`)
    .replace("form-action 'self'", `form-action 'self'${forms}`);
  headers.set('content-security-policy', wider);
}

function refuseForeignPost(lang: Lang): Response {
  return new Response(t(lang, 'problem.foreign-origin'), {
    status: 403,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
}

/** Whoever is signed in, and the page she must go to before any other. */
async function whoIsSignedIn(event: RequestEvent): Promise<{ me: MeView | null; elsewhere: string | null }> {
  const response = await event.fetch('/lam-viec/api/me');
  if (!response.ok) {
    const { code } = (await response.json()) as { code: string };
    return { me: null, elsewhere: code === 'code-required' ? codeDue : signIn };
  }
  const me = (await response.json()) as MeView;
  const { pathname } = event.url;
  const mayStay = !me.mustAddFactor || pathname.startsWith(own) || pathname === '/lam-viec/dang-xuat';
  return { me, elsewhere: mayStay ? null : own };
}

/** Errors reach people as a sentence; what happened goes to the log of the house, which never quotes a message. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind === 'app') return error;
  if (kind === 'unknown') handedOver().failed(error);
  const status = kind === 'unknown' ? 500 : error.status;
  const key = `error.${status}`;
  return { status, message: t(event.locals.lang ?? 'vi', isMessageKey(key) ? key : 'error.500') };
};
