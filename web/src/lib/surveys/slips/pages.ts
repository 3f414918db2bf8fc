import type { PrintedSlipsView } from '@danban/contract';

type Unit = PrintedSlipsView['units'][number];

/** One sheet of A4: slips of one unit alone, so that piles do not mix; the first of a unit begins with its cover strip. */
export interface SlipPage {
  unit: Unit;
  cover: boolean;
  codes: string[];
}

const onAPage = 8;
/** The cover strip takes the room of one row. */
const underCover = 6;

export function pagesOf({ units }: PrintedSlipsView): SlipPage[] {
  return units.flatMap((unit) => {
    const pages: SlipPage[] = [{ unit, cover: true, codes: unit.codes.slice(0, underCover) }];
    for (let at = underCover; at < unit.codes.length; at += onAPage) {
      pages.push({ unit, cover: false, codes: unit.codes.slice(at, at + onAPage) });
    }
    return pages;
  });
}
