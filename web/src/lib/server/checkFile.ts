import { createHash } from 'node:crypto';
import { text } from 'virtual:check-file';

/** The check as one file to download and keep, and what tells it from every other. */
export const checkFile = { text, sha256: createHash('sha256').update(text).digest('hex') };
