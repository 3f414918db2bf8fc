import { unitName } from '@danban/i18n';
import type { Lang } from '@danban/i18n';
import type { ShownUnit } from './view.ts';

/** Indentation a plain select can show. */
export function indentedName(lang: Lang, unit: ShownUnit): string {
  return `${'\u2003'.repeat(unit.depth)}${unitName(lang, unit)}`;
}
