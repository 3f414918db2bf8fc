import type { Block } from '@danban/report';

export const text = (words: string): Block => ({ kind: 'text', text: words });
export const note = (words: string): Block => ({ kind: 'note', text: words });
export const heading = (words: string): Block => ({ kind: 'heading', text: words });
/** Dotted lines for what only people can write. */
export const room = (lines: number): Block => ({ kind: 'room', lines });
