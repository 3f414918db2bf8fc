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
}

/** A sheet as it is sealed today. */
export interface Packed extends Sheet {
  packed: Uint8Array;
}

const version = 2;
/** Version, unit, and how long packed bytes and salt are. */
const headBytes = 6;
/** Until version 2 an envelope held JSON: unit, salt, answers. */
const isJson = (content: Buffer): boolean => content[0] === '['.charCodeAt(0);

export function textOf(answers: Answers): Buffer {
  return Buffer.from(canonicalJson(answers));
}

export function answersOf({ text }: Sheet): Answers {
  return JSON.parse(Buffer.from(text).toString()) as Answers;
}

/** Head, packed bytes, salt, text. */
export function writeContent({ unit, salt, text, packed }: Packed): Buffer {
  const out = Buffer.allocUnsafe(headBytes + packed.length + salt.length + text.length);
  out.writeUInt8(version, 0);
  out.writeInt16BE(unit, 1);
  out.writeUInt16BE(packed.length, 3);
  out.writeUInt8(salt.length, 5);
  out.set(packed, headBytes);
  out.write(salt, headBytes + packed.length, 'latin1');
  out.set(text, headBytes + packed.length + salt.length);
  return out;
}

/** Reads the version before as well: a survey may be open while the product is replaced. */
export function readContent(content: Buffer): Sheet {
  if (isJson(content)) return readJson(content);
  if (content[0] !== version) throw new Error('urn: an envelope of a version that is not known here');
  const packedEnd = headBytes + content.readUInt16BE(3);
  const saltEnd = packedEnd + content.readUInt8(5);
  return {
    unit: content.readInt16BE(1),
    salt: content.toString('latin1', packedEnd, saltEnd),
    text: content.subarray(saltEnd),
    packed: content.subarray(headBytes, packedEnd),
  };
}

function readJson(content: Buffer): Sheet {
  const [unit, salt, answers] = JSON.parse(content.toString('utf8')) as [number, string, Answers];
  return { unit, salt, text: textOf(answers), packed: null };
}
