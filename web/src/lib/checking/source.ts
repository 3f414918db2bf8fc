import type { Source } from '@danban/verify/check';

/** The published files of a survey, each asked for as everybody asks for it: whole, without cookie or referrer. */
export function filesAt(base: string): Source {
  return {
    async read(path) {
      const address = new URL(path, base);
      const response = await fetch(address, { credentials: 'omit', referrerPolicy: 'no-referrer' });
      if (response.status === 404) return null;
      if (!response.ok) throw new Error(`${address.pathname} answered ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}
