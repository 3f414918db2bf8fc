import { searchKey } from '@danban/text';

interface Said {
  day: string;
  works: boolean;
}
type Read = { ok: true; value: Said[] } | { ok: false; line: string };

const words: Readonly<Record<string, boolean>> = { nghi: false, off: false, lam: true, work: true };
const place = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s+(.+)$/;

function saidOn(line: string): Said | null {
  const [, day, month, year, word] = place.exec(line) ?? [];
  const works = word === undefined ? undefined : words[searchKey(word)];
  if (works === undefined) return null;
  const iso = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? { day: iso, works } : null;
}

/** Days off and days worked as somebody types them, one to a line: `31/08/2026 nghỉ`. The first line that is none is named. */
export function saidIn(text: string): Read {
  const value: Said[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    const said = saidOn(line);
    if (!said) return { ok: false, line };
    value.push(said);
  }
  return { ok: true, value };
}
