import { parentPort, workerData } from 'node:worker_threads';
import { readShowable } from '@danban/files';

parentPort!.postMessage(readShowable(workerData as Uint8Array));
