export * from './page.ts';
export * from './problems.ts';
export * from './imports.ts';
export * from './audit.ts';
export * from './desk.ts';
export * from './organisation.ts';
export * from './surveys.ts';
export * from './results.ts';
