/** What the process under measure serves, and on which port. */
export interface Served {
  ports: Record<'product' | 'noStore' | 'insertEach' | 'page' | 'results' | 'plainList', number>;
  slug: string;
  /** Signs the example's organizer in, once. */
  signIn: string;
  resultsSlug: string;
}

/** Where the handler that stores nothing also has the static file, so that one connection can ask for both. */
export const filePath = '/file';
