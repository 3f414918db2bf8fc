export * from './messages.ts';
export * from './findings/figures.ts';
export * from './findings/sentences.ts';
