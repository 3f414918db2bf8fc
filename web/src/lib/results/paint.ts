/** Colours of the page as it is now, light or dark. */
export interface Palette {
  tones: string[];
  ink: string;
  line: string;
  surface: string;
  font: string;
}

export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    tones: [0, 1, 2, 3, 4, 5].map((tone) => token(`--series-${tone}`)),
    ink: token('--ink'),
    line: token('--line'),
    surface: token('--surface'),
    font: style.fontFamily,
  };
}

/** A plain colour at the ends and in the middle, stripes between and outside, so that hue is never the only sign. */
export function paintOf(tone: number, { tones, surface }: Palette): string | CanvasPattern {
  const colour = tones[tone] ?? 'gray';
  if (tone % 2 === 1) return colour;
  return striped(colour, surface, tone === 0) ?? colour;
}

function striped(colour: string, line: string, steep: boolean): CanvasPattern | null {
  const tile = document.createElement('canvas');
  tile.width = tile.height = 10;
  const context = tile.getContext('2d');
  if (!context) return null;
  context.fillStyle = colour;
  context.fillRect(0, 0, 10, 10);
  context.strokeStyle = line;
  context.globalAlpha = 0.55;
  context.beginPath();
  for (const shift of [-10, 0, 10]) {
    context.moveTo(shift, steep ? 0 : 10);
    context.lineTo(shift + 10, steep ? 10 : 0);
  }
  context.stroke();
  return context.createPattern(tile, 'repeat');
}
