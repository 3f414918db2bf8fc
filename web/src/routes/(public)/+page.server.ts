import type { SurveySummaryView } from '@danban/contract';
import { read } from '../../lib/api.ts';
import type { PageServerLoad } from './$types.js';

type Published = SurveySummaryView & { url: string };

export const load: PageServerLoad = async (event) => ({ published: await read<Published[]>(event, '/api/published') });
