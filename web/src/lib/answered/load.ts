import type { CommitmentsView, ListeningView, PublicOpinionsView, PublicRepliesView } from '@danban/contract';
import type { Public } from './because.ts';

/** What organisations said and what was answered, as far as it is public. */
export async function publicOf(fetch: typeof globalThis.fetch, slug: string): Promise<Public> {
  const at = encodeURIComponent(slug);
  const [named, replies, board, listening] = await Promise.all([
    fetch(`/api/c/${at}/organisations`),
    fetch(`/api/kq/${at}/replies`),
    fetch(`/api/kq/${at}/commitments`),
    fetch(`/api/kq/${at}/listening`),
  ]);
  return {
    named: named.ok ? ((await named.json()) as PublicOpinionsView) : null,
    replies: replies.ok ? ((await replies.json()) as PublicRepliesView | null) : null,
    board: board.ok ? ((await board.json()) as CommitmentsView) : null,
    listening: listening.ok ? ((await listening.json()) as ListeningView | null) : null,
  };
}
