import { childOf, childrenOf, numberOf, valueOf, type Element } from './xml.ts';

/** What a paragraph gets from its style: a number, the level of a heading, a font. */
export interface StyleOf {
  numId?: string;
  level?: number;
  outline?: number;
  font?: string;
  basedOn?: string;
}

export const fontIn = (properties: Element | undefined): string | undefined => {
  const fonts = childOf(properties, 'rFonts')?.attributes;
  return fonts?.['ascii'] ?? fonts?.['hAnsi'];
};

function styleOf(style: Element): StyleOf {
  const properties = childOf(style, 'pPr');
  const numbering = childOf(properties, 'numPr');
  const found = {
    numId: valueOf(numbering, 'numId'),
    level: numberOf(numbering, 'ilvl'),
    outline: numberOf(properties, 'outlineLvl'),
    font: fontIn(childOf(style, 'rPr')),
    basedOn: valueOf(style, 'basedOn'),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

const mostAncestors = 20;

/** The styles of a document, each with what it inherits. */
export class Styles {
  private readonly own: Map<string, StyleOf>;
  readonly byDefault: string | undefined;
  private readonly defaultFont: string | undefined;

  constructor(styles: Element | undefined) {
    const paragraphs = childrenOf(styles, 'style');
    this.own = new Map(paragraphs.map((style) => [style.attributes['styleId'] ?? '', styleOf(style)]));
    const first = paragraphs.find(
      ({ attributes }) => attributes['default'] === '1' && attributes['type'] === 'paragraph',
    );
    this.byDefault = first?.attributes['styleId'];
    this.defaultFont = fontIn(childOf(childOf(childOf(styles, 'docDefaults'), 'rPrDefault'), 'rPr'));
  }

  /** What the style says, what it does not say from those it is based on. */
  of(id: string | undefined): StyleOf {
    let style: StyleOf = {};
    let next = id ?? this.byDefault;
    for (let steps = 0; next !== undefined && steps < mostAncestors; steps++) {
      const found: StyleOf | undefined = this.own.get(next);
      style = { ...found, ...style };
      next = found?.basedOn;
    }
    return this.defaultFont === undefined ? style : { font: this.defaultFont, ...style };
  }
}
