import type { AskedAgainView } from '@danban/contract';
import type { Definition } from '@danban/survey';

interface Asked {
  definition: unknown;
  published: boolean;
  slug: string | null;
}

/** A consultation as the people who are asked again are told of it: its title stays, its page may be withdrawn. */
export function followed({ definition, published, slug }: Asked, origin: string): AskedAgainView {
  const replies = published && slug !== null ? `${origin}/kq/${slug}#tra-loi` : null;
  return { title: (definition as Definition).title, replies };
}
