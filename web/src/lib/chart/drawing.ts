import type { Lang } from '@danban/i18n';
import { drawBars, heightOfBars } from './bars.drawing.ts';
import type { Picture } from './picture.ts';
import { drawProfile, heightOfProfile } from './profile.drawing.ts';
import { drawWaves, heightOfWaves } from './waves.drawing.ts';

/** Draws a picture in so many pixels of width. Call `destroy` on what comes back. */
export function draw(canvas: HTMLCanvasElement, picture: Picture, width: number, lang: Lang): { destroy(): void } {
  switch (picture.kind) {
    case 'bars':
      return drawBars(canvas, picture.bars, width, lang);
    case 'profile':
      return drawProfile(canvas, picture.profile, width, lang);
    case 'waves':
      return drawWaves(canvas, picture.waves, lang);
  }
}

/** Pixels the picture needs in this width. */
export function heightFor(picture: Picture, width: number): number {
  switch (picture.kind) {
    case 'bars':
      return heightOfBars(picture.bars, width);
    case 'profile':
      return heightOfProfile(width);
    case 'waves':
      return heightOfWaves;
  }
}
