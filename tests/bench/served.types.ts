/** What the process under measure serves, and on which port. */
export interface Served {
  ports: Record<'product' | 'noStore' | 'insertEach' | 'page' | 'results' | 'plainList' | 'naive', number>;
  slug: string;
  /** Sign these people of the example in, once each. */
  signIn: Record<'organizer' | 'admin', string>;
  resultsSlug: string;
}

/** Where the handler that stores nothing also has the static file, so that one connection can ask for both. */
export const filePath = '/file';
