import type { AttachmentMedia } from '@danban/contract';
import type { Context } from 'hono';

const types: Readonly<Record<AttachmentMedia, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** RFC 8187: what a header cannot say in ASCII. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);

/** To be kept, never to be shown in the window of this house. */
export function sendAttachment(c: Context, file: { name: string; media: string; bytes: Buffer }): Response {
  const media = file.media as AttachmentMedia;
  return c.body(new Uint8Array(file.bytes), 200, {
    'content-type': types[media],
    'content-disposition': `attachment; filename="tai-lieu.${media}"; filename*=UTF-8''${encoded(file.name)}`,
  });
}
