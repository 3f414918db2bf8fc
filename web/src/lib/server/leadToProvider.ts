import type { SsoBegunView } from '@danban/contract';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { send } from '../api.ts';
import { refusedOn } from '../staff/sso.ts';

/**
 * Leads to the provider by a link, because the policy of our pages lets no form lead elsewhere. A page of others that
 * sends somebody here is not followed: nobody is signed in who has not pressed the button.
 */
export async function leadToProvider(event: RequestEvent, begin: string, back: string, body?: object): Promise<never> {
  const from = event.request.headers.get('sec-fetch-site');
  if (from === 'cross-site' || from === 'same-site') redirect(303, back);
  const sent = await send<SsoBegunView>(event, 'POST', begin, body);
  if (!sent.ok) redirect(303, refusedOn(back, sent.refusal.code));
  redirect(303, sent.value.address, { external: true });
}
