import { Worker } from 'node:worker_threads';
import type { TableFile } from '../imports/files.ts';

/** What the thread is to make of the rows it is sent. */
export interface SheetWish {
  form: TableFile['form'];
  name: string;
}

/** Rows, some at a time; null: these were all. */
export type SheetPart = string[][] | null;

type Bytes = Uint8Array<ArrayBuffer>;

/** A file that is written beside the main thread, which goes on taking answers: a workbook of a province takes seconds. */
export function openSheet(wish: SheetWish) {
  const thread = new Worker(new URL('./sheet.thread.ts', import.meta.url), { workerData: wish });
  const bytes = new Promise<Bytes>((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
  });
  // Where the rows fail to come, nobody waits for the file any more.
  bytes.catch(() => undefined);
  const send = (part: SheetPart): void => thread.postMessage(part);
  return {
    /** Says how many rows there were. */
    async take(parts: AsyncIterable<string[][]>): Promise<number> {
      let rows = 0;
      try {
        for await (const part of parts) {
          rows += part.length;
          send(part);
        }
      } catch (error) {
        await thread.terminate();
        throw error;
      }
      send(null);
      return rows;
    },
    bytes: () => bytes,
  };
}
