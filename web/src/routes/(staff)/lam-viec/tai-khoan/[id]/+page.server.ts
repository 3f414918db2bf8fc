import type { AccountFactorsView, AccountView, Role } from '@danban/contract';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { read, refuse, send } from '../../../../../lib/api.ts';
import { field } from '../../../../../lib/form.ts';
import { chooseRole } from '../../../../../lib/staff/chooseRole.ts';
import type { Actions, PageServerLoad } from './$types.js';

type Event = RequestEvent & { params: { id: string } };

const address = ({ params }: Event): string => `/lam-viec/api/accounts/${encodeURIComponent(params.id)}`;

export const load: PageServerLoad = async (event) => {
  const [account, factors, choice] = await Promise.all([
    read<AccountView>(event, address(event)),
    read<AccountFactorsView>(event, `${address(event)}/factors`),
    chooseRole(event),
  ]);
  return {
    account,
    factors,
    choice,
    added: event.url.searchParams.has('da-giao'),
    handedOver: event.url.searchParams.get('da-ban-giao'),
  };
};

async function grantIn(event: Event): Promise<{ role: Role; unitId: string; bodyId: string | null }> {
  const form = await event.request.formData();
  return { role: field(form, 'role') as Role, unitId: field(form, 'unitId'), bodyId: field(form, 'bodyId') || null };
}

async function linkFrom(event: Event, what: '/link' | '/activation', body?: object) {
  const sent = await send<{ link: string }>(event, 'POST', `${address(event)}${what}`, body);
  return sent.ok ? { link: sent.value.link } : refuse(sent);
}

export const actions: Actions = {
  add: async (event) => {
    const sent = await send(event, 'POST', `${address(event)}/grants`, await grantIn(event));
    return sent.ok ? redirect(303, `/lam-viec/tai-khoan/${event.params.id}?da-giao`) : refuse(sent);
  },
  remove: async (event) => {
    const { role, unitId, bodyId } = await grantIn(event);
    const named = new URLSearchParams({ role, unitId, ...(bodyId === null ? {} : { bodyId }) });
    const sent = await send(event, 'DELETE', `${address(event)}/grants?${named}`);
    if (!sent.ok) return refuse(sent);
    // Who took a role away from herself may have lost this page with it.
    return event.params.id === event.locals.me?.id ? redirect(303, '/lam-viec') : { told: 'removed' as const };
  },
  link: (event) => linkFrom(event, '/link', { purpose: 'set-password' }),
  activate: (event) => linkFrom(event, '/activation'),
  reset: async (event) => {
    const seen = field(await event.request.formData(), 'seen') === 'yes';
    const sent = await send(event, 'POST', `${address(event)}/factors/reset`, { seen });
    return sent.ok ? { told: 'factorsReset' as const } : refuse(sent);
  },
  unlink: async (event) => {
    const sent = await send(event, 'DELETE', `${address(event)}/sso`);
    return sent.ok ? { told: 'unlinked' as const } : refuse(sent);
  },
  signOut: async (event) => {
    const sent = await send(event, 'DELETE', `${address(event)}/sessions`);
    return sent.ok ? { told: 'signedOut' as const } : refuse(sent);
  },
  deactivate: async (event) => {
    const sent = await send(event, 'DELETE', address(event));
    return sent.ok ? { told: 'deactivated' as const } : refuse(sent);
  },
};
