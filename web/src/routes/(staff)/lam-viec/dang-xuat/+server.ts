import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types.js';

export const POST: RequestHandler = async ({ fetch }) => {
  await fetch('/lam-viec/api/sessions', { method: 'DELETE' });
  redirect(303, '/lam-viec/dang-nhap');
};
