import { isDrawable as hasBars, type Bars } from './bars.ts';
import type { Profile } from './profile.ts';
import type { Waves } from './waves.ts';

/** What a chart draws. */
export type Picture =
  { kind: 'bars'; bars: Bars } | { kind: 'profile'; profile: Profile } | { kind: 'waves'; waves: Waves };

/** Whether there is anything to draw. A profile of fewer than three sides is no shape, one wave is no course. */
export function isDrawable(picture: Picture): boolean {
  switch (picture.kind) {
    case 'bars':
      return hasBars(picture.bars);
    case 'profile':
      return picture.profile.parts.filter((part) => part !== null).length >= 3;
    case 'waves':
      return picture.waves.points.filter((point) => point !== null).length >= 2;
  }
}
