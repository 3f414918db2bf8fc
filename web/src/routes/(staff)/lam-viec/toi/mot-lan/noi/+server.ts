import { leadToProvider } from '../../../../../../lib/server/leadToProvider.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = (event) => leadToProvider(event, '/lam-viec/api/me/sso/begin', '/lam-viec/toi');
