import { unzipSync, zipSync, type Unzipped } from 'fflate';

const xml = (name: string, namespace: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><${name} xmlns${name.includes(':') ? `:${name.split(':')[0]}` : ''}="${namespace}"/>`;

/** Parts that tell who made a file, when and with what, and what stands there instead. ISO/IEC 29500-2, 11; 29500-1, 22. */
const properties: Readonly<Record<string, string>> = {
  'docProps/core.xml': xml(
    'cp:coreProperties',
    'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
  ),
  'docProps/app.xml': xml('Properties', 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties'),
  'docProps/custom.xml': xml('Properties', 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties'),
};

/** Every file within bears this date, the first that an archive can say. */
const mtime = '1980-01-01T00:00:00';

/** The same file without its properties; null where it cannot be unpacked. Sizes are checked before. */
export function withoutProperties(bytes: Uint8Array): Uint8Array | null {
  let parts: Unzipped;
  try {
    parts = unzipSync(bytes);
  } catch {
    return null;
  }
  const encoder = new TextEncoder();
  const kept = Object.entries(parts).map(([name, content]): [string, Uint8Array] => {
    const instead = properties[name];
    return [name, instead === undefined ? content : encoder.encode(instead)];
  });
  return zipSync(Object.fromEntries(kept), { mtime, level: 6 });
}
