/** Colours of the page as it is now, light or dark. */
export interface Palette {
  tones: { ground: string; line: string }[];
  ink: string;
  line: string;
  surface: string;
  font: string;
}

export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    tones: patterns.map((_, tone) => ({ ground: token(`--series-${tone}`), line: token(`--on-series-${tone}`) })),
    ink: token('--ink'),
    line: token('--line'),
    surface: token('--surface'),
    font: style.fontFamily,
  };
}

const size = 8;

/** The strokes of results/Tones.svelte: every tone has a pattern of its own, so that none is told apart by colour alone. */
const patterns = ['M4 3v2M3 4h2', 'M2 0v8M6 0v8', 'M-2 2l4-4M0 8l8-8M6 10l4-4', '', 'M-2 6l4 4M0 0l8 8M6-2l4 4', ''];

export function paintOf(tone: number, { tones }: Palette): string | CanvasPattern {
  const { ground, line } = tones[tone] ?? { ground: 'gray', line: 'gray' };
  const tile = document.createElement('canvas');
  tile.width = tile.height = size;
  const context = tile.getContext('2d');
  if (!context) return ground;
  context.fillStyle = ground;
  context.fillRect(0, 0, size, size);
  context.strokeStyle = line;
  context.lineWidth = 1.2;
  context.stroke(new Path2D(patterns[tone] ?? ''));
  return context.createPattern(tile, 'repeat') ?? ground;
}
