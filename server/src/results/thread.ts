import { parentPort, workerData } from 'node:worker_threads';
import { runTask, type Task } from './job.ts';

parentPort!.postMessage(await runTask(workerData as Task));
