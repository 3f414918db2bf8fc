/** The default alphabet of GSM 03.38, and the signs behind its escape, which count twice. */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const escaped = new Set('^{}\\[~]|€\f');

/** Room in one message, and in each part of a longer one (3GPP TS 23.040: the parts carry a header). */
const rooms = { gsm: { alone: 160, part: 153 }, ucs2: { alone: 70, part: 67 } };

export interface SmsSize {
  alphabet: keyof typeof rooms;
  /** Letters as the operator counts them. */
  letters: number;
  parts: number;
  /** Letters that fit into one message of as many parts. */
  room: number;
}

/** How long a text is as SMS: one letter outside GSM 03.38, as any with Vietnamese marks, makes all of it UCS-2. */
export function smsSize(text: string): SmsSize {
  const signs = [...text];
  const alphabet = signs.every((sign) => basic.has(sign) || escaped.has(sign)) ? 'gsm' : 'ucs2';
  const widthOf = (sign: string) => (alphabet === 'gsm' ? (escaped.has(sign) ? 2 : 1) : sign.length);
  const widths = signs.map(widthOf);
  const letters = widths.reduce((sum, width) => sum + width, 0);
  const { alone, part } = rooms[alphabet];
  if (letters <= alone) return { alphabet, letters, parts: 1, room: alone };
  return { alphabet, letters, parts: partsOf(widths, part), room: part };
}

/** A sign of two places is not split: it moves to the next part as a whole. */
function partsOf(widths: readonly number[], room: number): number {
  let parts = 1;
  let used = 0;
  for (const width of widths) {
    if (used + width > room) [parts, used] = [parts + 1, 0];
    used += width;
  }
  return parts;
}
