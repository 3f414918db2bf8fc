import type { AuditExtractView } from '@danban/contract';
import { read } from '../../../../../lib/api.ts';
import { auditQuery } from '../../../../../lib/audit/address.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => ({
  extract: await read<AuditExtractView>(event, `/lam-viec/api/audit/paper?${auditQuery(event.url, { paged: false })}`),
  madeAt: new Date().toISOString(),
});
