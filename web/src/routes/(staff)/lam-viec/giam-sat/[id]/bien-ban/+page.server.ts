import type { InspectionView } from '@danban/contract';
import { read } from '../../../../../../lib/api.ts';
import { inspectionApi } from '../../../../../../lib/inspection/addresses.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => ({
  view: await read<InspectionView>(event, inspectionApi(event.params.id)),
});
