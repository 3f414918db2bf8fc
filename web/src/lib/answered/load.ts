import type { PublicOpinionsView, PublicRepliesView } from '@danban/contract';
import type { Public } from './because.ts';

/** What organisations said and what was answered, as far as it is public. */
export async function publicOf(fetch: typeof globalThis.fetch, slug: string): Promise<Public> {
  const at = encodeURIComponent(slug);
  const [named, replies] = await Promise.all([fetch(`/api/c/${at}/organisations`), fetch(`/api/kq/${at}/replies`)]);
  return {
    named: named.ok ? ((await named.json()) as PublicOpinionsView) : null,
    replies: replies.ok ? ((await replies.json()) as PublicRepliesView | null) : null,
  };
}
