import { parentPort, workerData } from 'node:worker_threads';
import { understand, type Brought } from './reading.ts';

parentPort!.postMessage(understand(workerData as Brought));
