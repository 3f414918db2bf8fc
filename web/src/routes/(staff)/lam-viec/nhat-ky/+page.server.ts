import type { AuditPageView } from '@danban/contract';
import { read } from '../../../../lib/api.ts';
import { auditQuery } from '../../../../lib/audit/address.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => ({
  log: await read<AuditPageView>(event, `/lam-viec/api/audit?${auditQuery(event.url)}`),
  files: `${auditQuery(event.url, { paged: false })}&lang=${event.locals.lang}`,
});
