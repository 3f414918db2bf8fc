import sax from 'sax';
import { LIMITS } from '../draft/limits.ts';

/** An element of WordprocessingML by its local name (`p`, `tbl`); elements of other vocabularies keep their prefix. */
export interface Element {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: Element[];
  text: string;
}

/** A part that is no XML, nests too deep or holds too much. */
export class BadXml extends Error {}

const mostElements = 1_000_000;
const words = /wordprocessingml\/(?:2006\/)?main$/;
const formulas = /officeDocument\/(?:2006\/)?math$/;

/** The prefixes that stand for Word's own vocabulary and for formulas, as the root declares them. */
function prefixesOf(attributes: Readonly<Record<string, string>>): Set<string> {
  const declared = Object.entries(attributes).filter(([, uri]) => words.test(uri) || formulas.test(uri));
  return new Set(declared.map(([name]) => (name === 'xmlns' ? '' : name.replace(/^xmlns:/, ''))));
}

const prefixOf = (name: string): string => (name.includes(':') ? name.slice(0, name.indexOf(':')) : '');
const localOf = (name: string): string => name.slice(name.indexOf(':') + 1);

class Builder {
  readonly root: Element = { name: '', attributes: {}, children: [], text: '' };
  private readonly open: Element[] = [this.root];
  private own: Set<string> | undefined;
  private count = 0;

  begin({ name, attributes }: { name: string; attributes: Readonly<Record<string, string>> }): void {
    this.own ??= prefixesOf(attributes);
    this.count += 1;
    if (this.count > mostElements || this.open.length > LIMITS.depth) throw new BadXml();
    const isOwn = this.own.has(prefixOf(name));
    const local = Object.entries(attributes).map(([key, value]) => [localOf(key), value] as const);
    const element: Element = {
      name: isOwn ? localOf(name) : name,
      attributes: Object.fromEntries(local.filter(([key]) => !key.startsWith('rsid'))),
      children: [],
      text: '',
    };
    this.open.at(-1)!.children.push(element);
    this.open.push(element);
  }

  end(): void {
    this.open.pop();
  }

  add(text: string): void {
    this.open.at(-1)!.text += text;
  }
}

/** Parses one part; entities of a DTD are unknown to the parser, so none can swell. Throws `BadXml`. */
export function parseXml(text: string): Element {
  const parser = sax.parser(true, { position: false });
  const builder = new Builder();
  parser.onopentag = (tag) => builder.begin(tag as { name: string; attributes: Record<string, string> });
  parser.onclosetag = () => builder.end();
  parser.ontext = (piece) => builder.add(piece);
  parser.oncdata = (piece) => builder.add(piece);
  parser.onerror = () => {
    throw new BadXml();
  };
  parser.write(text).close();
  const root = builder.root.children[0];
  if (root === undefined) throw new BadXml();
  return root;
}

export const childOf = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((child) => child.name === name);

export const childrenOf = (element: Element | undefined, name: string): Element[] =>
  element?.children.filter((child) => child.name === name) ?? [];

/** `w:val` of a child: `<w:numId w:val="3"/>`. */
export const valueOf = (element: Element | undefined, name: string): string | undefined =>
  childOf(element, name)?.attributes['val'];

export function numberOf(element: Element | undefined, name: string): number | undefined {
  const value = Number.parseInt(valueOf(element, name) ?? '', 10);
  return Number.isNaN(value) ? undefined : value;
}

/** Whether a switch such as `<w:vanish/>` is on. */
export function isOn(element: Element | undefined, name: string): boolean {
  const found = childOf(element, name);
  return found !== undefined && !['0', 'false', 'off', 'none'].includes(found.attributes['val'] ?? '');
}
