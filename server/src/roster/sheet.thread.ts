import { parentPort, workerData } from 'node:worker_threads';
import { utf8 } from '@danban/bytes';
import { csvText, plainWorkbook } from '@danban/tables';
import type { SheetPart, SheetWish } from './sheet.ts';

const { form, name } = workerData as SheetWish;
const rows: string[][] = [];

async function finish(): Promise<void> {
  const bytes = new Uint8Array(form === 'csv' ? utf8(csvText(rows, 'vi')) : await plainWorkbook(name, rows));
  parentPort!.postMessage(bytes, [bytes.buffer]);
  parentPort!.close();
}

parentPort!.on('message', (part: SheetPart) => {
  if (part === null) void finish();
  else for (const row of part) rows.push(row);
});
