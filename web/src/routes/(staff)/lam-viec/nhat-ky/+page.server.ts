import { actCodes } from '@danban/audit';
import type { AuditPageView } from '@danban/contract';
import { actName } from '@danban/i18n';
import { read } from '../../../../lib/api.ts';
import { auditQuery } from '../../../../lib/audit/address.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => ({
  log: await read<AuditPageView>(event, `/lam-viec/api/audit?${auditQuery(event.url)}`),
  acts: actCodes.map((code) => ({ value: code, label: actName(event.locals.lang, code) })),
  files: `${auditQuery(event.url, { paged: false })}&lang=${event.locals.lang}`,
});
