const romanSteps: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** A number as Roman capitals; beyond 3,999 and below 1 as it is. */
export function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let rest = number;
  let text = '';
  for (const [value, sign] of romanSteps)
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  return text;
}

/** As Word letters: a … z, aa, bb … */
function letter(number: number): string {
  if (number < 1) return String(number);
  const sign = String.fromCharCode(97 + ((number - 1) % 26));
  return sign.repeat(Math.min(Math.ceil(number / 26), 20));
}

/** A number in a `w:numFmt` of ECMA-376, 17.18.59; formats of other languages are written in digits. */
export function formatted(number: number, format: string): string {
  if (format === 'upperRoman') return roman(number);
  if (format === 'lowerRoman') return roman(number).toLowerCase();
  if (format === 'lowerLetter') return letter(number);
  if (format === 'upperLetter') return letter(number).toUpperCase();
  if (format === 'decimalZero') return String(number).padStart(2, '0');
  if (format === 'none' || format === 'bullet') return '';
  return String(number);
}
