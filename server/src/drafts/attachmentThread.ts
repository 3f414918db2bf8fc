import { parentPort, workerData } from 'node:worker_threads';
import { readAttachment } from '@danban/consultation';

parentPort!.postMessage(readAttachment(workerData as Uint8Array));
