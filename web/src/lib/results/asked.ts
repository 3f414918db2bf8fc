import { numberOf } from '@danban/contract';
import type { ReleaseHead, WrittenQuestion } from '@danban/contract';
import type { Asked } from '@danban/i18n';

/** Of whom a question was asked; `null`: of everybody. */
export function askedOf(
  release: Pick<ReleaseHead, 'questions'>,
  { showIf }: Pick<WrittenQuestion, 'showIf'>,
): Asked | null {
  if (!showIf) return null;
  return { number: numberOf(release, showIf.question), options: showIf.options ?? [] };
}
