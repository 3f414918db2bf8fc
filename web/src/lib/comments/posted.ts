import type { Mask } from '@danban/comments';
import { field } from '../form.ts';

const place = /^(\d{1,6})-(\d{1,6})$/;

function maskAt(value: FormDataEntryValue): Mask[] {
  const [, start, end] = (typeof value === 'string' && place.exec(value)) || [];
  return start === undefined || end === undefined ? [] : [{ start: Number(start), end: Number(end), kind: 'other' }];
}

/** What somebody chose of an opinion, as her form tells it: a word each, which the server joins and names. */
export function reviewIn(form: FormData): { decision: string; masks: Mask[] } {
  return { decision: field(form, 'decision'), masks: form.getAll('mask').flatMap(maskAt) };
}
