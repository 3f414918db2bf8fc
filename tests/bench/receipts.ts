import { checkReceipt, checkSurvey, receiptOf, type Primitives, type Source } from '@danban/verify/check';
import { countedAs } from '../../web/src/lib/checking/countedAs.ts';

/** What is measured here and in a browser alike: everything one receipt takes beyond looking through the survey, which is done for everybody alike. */
export async function openReceipts(source: Source, primitives: Primitives): Promise<(text: string) => Promise<void>> {
  const { published, openingHash } = await checkSurvey(source, primitives);
  return async (text) => {
    const receipt = await receiptOf(text, openingHash!);
    const { checks, found } = await checkReceipt(primitives, published!, receipt!);
    const isWhole = checks.length === 3 && checks.every(({ result }) => result === 'holds');
    if (!isWhole) throw new Error('the receipt is not found');
    if (countedAs(published!.head!, found!).length === 0) throw new Error('nothing is said of how it was counted');
  };
}
