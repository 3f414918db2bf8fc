import { readCsv } from './csv.ts';
import { refuse, type Read } from './issue.ts';
import { LIMITS } from './limits.ts';
import type { Sheet } from './sheet.ts';
import { sniff } from './sniff.ts';
import { readWorkbook } from './workbook.ts';

/**
 * The sheets of an uploaded file that hold something, as text: CSV in any usual encoding, or `.xlsx` with formulas as
 * their values and dates as `YYYY-MM-DD`. What it is shows in its bytes, not in its name. Never throws for what a file
 * may contain; time and memory are bounded by `LIMITS`.
 */
export async function readFile(bytes: Uint8Array): Promise<Read<Sheet[]>> {
  if (bytes.length > LIMITS.bytes) return refuse('file-too-large', { most: LIMITS.bytes / 1024 / 1024 });
  const kind = sniff(bytes);
  if (!kind.ok) return kind;
  return kind.value === 'workbook' ? readWorkbook(bytes) : readCsv(bytes);
}
