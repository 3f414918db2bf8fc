import { parentPort, workerData } from 'node:worker_threads';
import { understand, type Task } from './understand.ts';

parentPort!.postMessage(await understand(workerData as Task));
