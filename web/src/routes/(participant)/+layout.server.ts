import type { LayoutServerLoad } from './$types.js';

export const load: LayoutServerLoad = ({ locals, url }) => ({ lang: locals.lang, path: url.pathname });
