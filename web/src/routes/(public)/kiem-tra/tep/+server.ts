import { checkFile } from '../../../../lib/server/checkFile.ts';
import type { RequestHandler } from './$types.js';

/** The check as one file: to be kept and opened from the disk, never shown from here. */
export const GET: RequestHandler = () =>
  new Response(checkFile.text, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-disposition': 'attachment; filename="dan-ban-kiem-tra.html"',
    },
  });
