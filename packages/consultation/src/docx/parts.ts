import { decode, isBounded, partsOf, type Part } from '@danban/files';
import { unzipSync } from 'fflate';
import { refuse, type Read } from '../draft/issue.ts';
import { LIMITS } from '../draft/limits.ts';
import { BadXml, parseXml, type Element } from './xml.ts';

/** The parts of a .docx that say what its text is. */
export interface Parts {
  document: Element;
  styles: Element | undefined;
  numbering: Element | undefined;
  /** Names of every part there is. */
  names: readonly string[];
}

function unpack(bytes: Uint8Array, wanted: readonly Part[]): Record<string, Uint8Array> {
  const sizes = new Map(wanted.map((part) => [part.name, part.unpacked]));
  let seen = 0;
  // The unpacker reads sizes by itself: nothing but what was bounded before goes through.
  const filter = (file: { name: string; originalSize: number }): boolean => {
    seen += 1;
    if (seen > LIMITS.parts) throw new BadXml();
    return sizes.get(file.name) === file.originalSize;
  };
  return unzipSync(bytes, { filter });
}

const documentType = /\/officeDocument$/;

/** Where the main part lies, as the relations of the package say. */
function mainPart(relations: Element): string {
  const found = relations.children.find(({ attributes }) => documentType.test(attributes['Type'] ?? ''));
  return (found?.attributes['Target'] ?? '').replace(/^\//, '');
}

const textOf = (bytes: Uint8Array | undefined): string | undefined => bytes && decode(bytes);

function partsAround(bytes: Uint8Array, listed: readonly Part[]): Read<Parts> {
  const named = (name: string) => listed.filter((part) => part.name === name);
  const relations = named('_rels/.rels');
  if (!isBounded(relations, LIMITS)) return refuse('unpacks-too-large');
  const main = mainPart(parseXml(textOf(unpack(bytes, relations)['_rels/.rels']) ?? ''));
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const wanted = [main, `${folder}styles.xml`, `${folder}numbering.xml`].flatMap(named);
  if (listed.length > LIMITS.parts || !isBounded(wanted, LIMITS)) return refuse('unpacks-too-large');
  const files = unpack(bytes, wanted);
  const parsed = (name: string): Element | undefined => {
    const text = textOf(files[name]);
    return text === undefined ? undefined : parseXml(text);
  };
  const document = parsed(main);
  if (document === undefined || document.name !== 'document') return refuse('not-a-draft');
  const numbering = parsed(`${folder}numbering.xml`);
  const names = listed.map((part) => part.name);
  return { ok: true, value: { document, styles: parsed(`${folder}styles.xml`), numbering, names } };
}

/** Unpacks and parses what is needed of a .docx; pictures and the like are never unpacked. */
export function readParts(bytes: Uint8Array): Read<Parts> {
  const listed = partsOf(bytes);
  if (listed === null) return refuse('damaged-file');
  try {
    return partsAround(bytes, listed);
  } catch (error) {
    // Both libraries say by throwing that a file is broken; whatever they say, the person needs another file.
    if (error instanceof Error) return refuse('damaged-file');
    throw error;
  }
}
