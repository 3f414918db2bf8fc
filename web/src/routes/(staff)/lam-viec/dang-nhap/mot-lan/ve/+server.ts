import type { SsoAnsweredView } from '@danban/contract';
import { redirect } from '@sveltejs/kit';
import { send } from '../../../../../../lib/api.ts';
import { codePage, pageOf } from '../../../../../../lib/staff/onward.ts';
import { refusedOn } from '../../../../../../lib/staff/sso.ts';
import type { RequestHandler } from './$types.js';

function next({ next, place }: SsoAnsweredView): string {
  if (next === 'link') return '/lam-viec/toi/mot-lan';
  return next === 'code' ? codePage(place) : pageOf(place);
}

/** The provider sends people back here. What it said stays in no address, and in no history, of the browser. */
export const GET: RequestHandler = async (event) => {
  const answer = event.url.search.slice(1);
  const sent = await send<SsoAnsweredView>(event, 'POST', '/lam-viec/api/sso/answer', { answer });
  if (sent.ok) redirect(303, next(sent.value));
  const page = event.locals.me === null ? '/lam-viec/dang-nhap' : '/lam-viec/toi';
  redirect(303, refusedOn(page, sent.refusal.code));
};
