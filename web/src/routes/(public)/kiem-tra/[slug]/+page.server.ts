import type { Definition, OpeningRecord } from '@danban/survey';
import { read } from '../../../../lib/api.ts';
import { checkFile } from '../../../../lib/server/checkFile.ts';
import type { PageServerLoad } from './$types.js';

/** The survey under the link of its results, once the log tells of it; what is checked is fetched by the device alone. */
export const load: PageServerLoad = async (event) => {
  const log = `/api/log/${encodeURIComponent(event.params.slug)}`;
  const [{ title }, { closesAt }] = await Promise.all([
    read<Pick<Definition, 'title'>>(event, `${log}/definition`),
    read<Pick<OpeningRecord, 'closesAt'>>(event, `${log}/opening`),
  ]);
  return { title, closesAt, sha256: checkFile.sha256 };
};
