import type { Page } from 'playwright-core';

/** What a phone puts in front: how it was held, and what it is, where and whose. */
function exif(orientation: number, words: string): Buffer {
  const tiff = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  const body = Buffer.concat([Buffer.from('Exif\0\0'), Buffer.from(tiff), Buffer.from(words)]);
  const length = body.length + 2;
  return Buffer.concat([Buffer.from([0xff, 0xe1, length >> 8, length & 0xff]), body]);
}

/** A photograph of this size as a browser writes it, held upright, with words in its metadata. */
export async function photoWith(page: Page, words: string): Promise<Buffer> {
  const drawn = await page.evaluate<string>(`(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 40, height: 20 });
    canvas.getContext('2d').fillRect(5, 5, 10, 10);
    return canvas.toDataURL('image/jpeg').split(',')[1];
  })()`);
  const plain = Buffer.from(drawn, 'base64');
  return Buffer.concat([plain.subarray(0, 2), exif(6, words), plain.subarray(2), Buffer.from(words)]);
}
