import type { RepliesView } from '@danban/contract';

/** Where opinions of a survey are answered, where its times are set, and where both are asked for. */
export const repliesPage = (survey: string): string => `/lam-viec/khao-sat/${survey}/tra-loi`;
export const timesPage = (survey: string): string => `/lam-viec/khao-sat/${survey}/thoi-han`;
export const repliesApi = (survey: string): string => `/lam-viec/api/surveys/${encodeURIComponent(survey)}/replies`;

/** Names in the address of the answer desk. */
export const asks = {
  ...{ cluster: 'nhom', filter: 'loc', part: 'phan' },
  /** Parts: the loose opinions, and those of a theme to be grouped anew; and what is searched in them. */
  ...{ loose: 'chua-xep', regroup: 'xep-lai', words: 'tim-y-kien' },
} as const;

/** The filters of the list, as its address names them. */
export const filters = {
  mine: 'cho-toi',
  late: 'qua-han',
  named: 'to-chuc',
  disputed: 'chua-nhat-tri',
  new: 'moi',
  assigned: 'da-giao',
  proposed: 'cho-kiem-tra',
  checked: 'cho-duyet',
  approved: 'da-duyet',
  published: 'da-cong-bo',
} as const;
export type Filter = keyof typeof filters;

/** Which filter the address asks for; null: none. */
export function filterAsked(url: { searchParams: { get(name: string): string | null } }): Filter | null {
  const asked = url.searchParams.get(asks.filter);
  return (Object.keys(filters) as Filter[]).find((filter) => filters[filter] === asked) ?? null;
}

export type ReplyState = RepliesView['clusters'][number]['state'];
