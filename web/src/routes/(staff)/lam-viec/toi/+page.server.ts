import type { FactorsView, OwnSsoView, PasskeysView, SessionView } from '@danban/contract';
import { t } from '@danban/i18n';
import { fail, redirect } from '@sveltejs/kit';
import { read, refusalOf, refuse, send, type Refusal } from '../../../../lib/api.ts';
import { field, secret } from '../../../../lib/form.ts';
import { refusalIn } from '../../../../lib/staff/sso.ts';
import type { Actions, PageServerLoad } from './$types.js';

const passkey = (id: string): string => `/lam-viec/api/me/passkeys/${encodeURIComponent(id)}`;

export const load: PageServerLoad = async (event) => {
  const [sessions, factors, passkeys, sso] = await Promise.all([
    read<SessionView[]>(event, '/lam-viec/api/me/sessions'),
    read<FactorsView>(event, '/lam-viec/api/me/factors'),
    read<PasskeysView>(event, '/lam-viec/api/me/passkeys'),
    read<OwnSsoView>(event, '/lam-viec/api/me/sso'),
  ]);
  const refused = refusalIn(event.url);
  return {
    sessions,
    factors,
    passkeys,
    sso,
    refusal: refused === null ? undefined : refusalOf(event.locals.lang, refused),
    linked: event.url.searchParams.has('da-noi'),
  };
};

export const actions: Actions = {
  password: async (event) => {
    const form = await event.request.formData();
    const [password, current] = [secret(form, 'password'), secret(form, 'current')];
    if (password !== secret(form, 'again')) {
      const sentence = t(event.locals.lang, 'password.differs');
      return fail(422, { refusal: { code: 'differs', sentence, issues: [] } satisfies Refusal });
    }
    const sent = await send(event, 'POST', '/lam-viec/api/me/password', { password, current });
    return sent.ok ? { told: 'own.passwordChanged' as const } : refuse(sent);
  },
  end: async (event) => {
    const id = field(await event.request.formData(), 'id');
    const sent = await send(event, 'DELETE', `/lam-viec/api/me/sessions/${encodeURIComponent(id)}`);
    return sent.ok ? { told: 'own.ended' as const } : refuse(sent);
  },
  beginPhone: async (event) => {
    const sent = await send(event, 'POST', '/lam-viec/api/me/phone');
    return sent.ok ? redirect(303, '/lam-viec/toi/dien-thoai') : refuse(sent);
  },
  removePhone: async (event) => {
    const sent = await send(event, 'DELETE', '/lam-viec/api/me/phone');
    return sent.ok ? { told: 'phone.removed' as const } : refuse(sent);
  },
  renamePasskey: async (event) => {
    const form = await event.request.formData();
    const sent = await send(event, 'PUT', passkey(field(form, 'id')), { name: field(form, 'name') });
    return sent.ok ? { told: 'passkey.renamed' as const } : refuse(sent);
  },
  removePasskey: async (event) => {
    const sent = await send(event, 'DELETE', passkey(field(await event.request.formData(), 'id')));
    return sent.ok ? { told: 'passkey.removed' as const } : refuse(sent);
  },
  unlink: async (event) => {
    const sent = await send(event, 'DELETE', '/lam-viec/api/me/sso');
    return sent.ok ? { told: 'sso.unlinked' as const } : refuse(sent);
  },
  renewCodes: async (event) => {
    const sent = await send<{ codes: string[] }>(event, 'POST', '/lam-viec/api/me/phone/recovery');
    return sent.ok ? { codes: sent.value.codes } : refuse(sent);
  },
  endOthers: async (event) => {
    const sent = await send(event, 'DELETE', '/lam-viec/api/me/sessions');
    return sent.ok ? { told: 'own.ended' as const } : refuse(sent);
  },
};
