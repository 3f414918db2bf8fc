import { canonicalJson } from '@danban/bytes';
import type { Answers } from '@danban/survey';

/** What lies in an envelope: everything a flush writes down, made ready before it was sealed. Nobody and no time. */
export interface Sheet {
  unit: number;
  salt: string;
  /** The answers as their one text, canonical JSON in UTF-8. */
  text: Uint8Array;
  /** One byte per column; null in an envelope sealed before they lay there. */
  packed: Uint8Array | null;
  /** What let the sheet in behind a list (`credentialBytes`); empty on every other door. */
  credential: Uint8Array;
}

/** A sheet as it is sealed today. */
export interface Packed extends Sheet {
  packed: Uint8Array;
}

const version = 3;
/** Version, unit, and how long packed bytes, salt and credential are. */
const headBytes = 8;
/** Version 2 held no credential, and did not tell how long it is. */
const headOf = new Map([
  [2, 6],
  [version, headBytes],
]);
const none = new Uint8Array(0);
/** Until version 2 an envelope held JSON: unit, salt, answers. */
const isJson = (content: Buffer): boolean => content[0] === '['.charCodeAt(0);

export function textOf(answers: Answers): Buffer {
  return Buffer.from(canonicalJson(answers));
}

export function answersOf({ text }: Sheet): Answers {
  return JSON.parse(Buffer.from(text).toString()) as Answers;
}

/** Head, packed bytes, salt, credential, text. */
export function writeContent({ unit, salt, text, packed, credential }: Packed): Buffer {
  const [saltAt, credentialAt] = [headBytes + packed.length, headBytes + packed.length + salt.length];
  const out = Buffer.allocUnsafe(credentialAt + credential.length + text.length);
  out.writeUInt8(version, 0);
  out.writeInt16BE(unit, 1);
  out.writeUInt16BE(packed.length, 3);
  out.writeUInt8(salt.length, 5);
  out.writeUInt16BE(credential.length, 6);
  out.set(packed, headBytes);
  out.write(salt, saltAt, 'latin1');
  out.set(credential, credentialAt);
  out.set(text, credentialAt + credential.length);
  return out;
}

/** Reads the versions before as well: a survey may be open while the product is replaced. */
export function readContent(content: Buffer): Sheet {
  if (isJson(content)) return readJson(content);
  const head = headOf.get(content[0]!);
  if (head === undefined) throw new Error('urn: an envelope of a version that is not known here');
  const packedEnd = head + content.readUInt16BE(3);
  const saltEnd = packedEnd + content.readUInt8(5);
  const credentialEnd = saltEnd + (head < headBytes ? 0 : content.readUInt16BE(6));
  return {
    unit: content.readInt16BE(1),
    salt: content.toString('latin1', packedEnd, saltEnd),
    text: content.subarray(credentialEnd),
    packed: content.subarray(head, packedEnd),
    credential: content.subarray(saltEnd, credentialEnd),
  };
}

function readJson(content: Buffer): Sheet {
  const [unit, salt, answers] = JSON.parse(content.toString('utf8')) as [number, string, Answers];
  return { unit, salt, text: textOf(answers), packed: null, credential: none };
}
