import type { RequestEvent } from '@sveltejs/kit';
import { send, type Outcome } from '../api.ts';
import { field } from '../form.ts';
import { commentsApi } from './addresses.ts';

/** The server draws the id of a new cluster in place of this one. */
const drawnThere = '00000000-0000-4000-8000-000000000000';

/** Where opinions go that leave every cluster. */
export const outside = 'ngoai';

/** One step of the clustering, as the API takes it. */
interface Act {
  kind: string;
  [field: string]: unknown;
}

/** What a form does with the opinions that were chosen, or with a cluster as a whole. */
function wishOf(form: FormData): Act {
  const comments = form.getAll('comment').map(String);
  const [title, to, cluster] = [field(form, 'title'), field(form, 'to'), field(form, 'cluster')];
  switch (field(form, 'what')) {
    case 'move':
      return { kind: 'move', comments, to: to === outside ? null : to };
    case 'split':
      return { kind: 'split', cluster, id: drawnThere, title, comments };
    case 'rename':
      return { kind: 'rename', cluster, title: field(form, 'name') };
    case 'merge':
      return { kind: 'merge', from: cluster, into: field(form, 'into') };
    case 'dissolve':
      return { kind: 'dissolve', cluster };
    default:
      return { kind: 'create', id: drawnThere, title, comments };
  }
}

/** The one opinion that goes where it is most alike, by one press. */
function likeIn(form: FormData): Act | null {
  const [comment, to] = field(form, 'like').split(' ');
  return comment && to ? { kind: 'move', comments: [comment], to } : null;
}

const api = ({ params }: RequestEvent): string => `${commentsApi(params['id'] ?? '')}/clusters`;

/** One step of the clustering, on the revision the form names. */
export async function group(event: RequestEvent): Promise<{ kind: string; sent: Outcome<unknown> }> {
  const form = await event.request.formData();
  const act = likeIn(form) ?? wishOf(form);
  const sent = await send(event, 'POST', api(event), { revision: Number(field(form, 'revision')), act });
  return { kind: act.kind, sent };
}

export async function undoGrouping(event: RequestEvent): Promise<Outcome<unknown>> {
  const revision = Number(field(await event.request.formData(), 'revision'));
  return send(event, 'POST', `${api(event)}/undo`, { revision });
}
