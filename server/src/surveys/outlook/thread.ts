import { parentPort } from 'node:worker_threads';
import type { Expected } from '@danban/disclosure';
import { previewOf } from './preview.ts';

parentPort!.on('message', (expected: Expected) => parentPort!.postMessage(previewOf(expected)));
