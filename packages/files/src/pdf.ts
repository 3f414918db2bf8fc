const latin = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

/** ISO 32000: the mark at the start with its version, the mark of the end within the last kilobytes. */
export const isWholePdf = (bytes: Uint8Array): boolean =>
  /^%PDF-[12]\.\d/.test(latin(bytes.subarray(0, 8))) && latin(bytes.subarray(-2048)).includes('%%EOF');
