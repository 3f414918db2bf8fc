import { memoryOf } from '../browser/draft.ts';
import { forgetKept, keep, type Kept } from './credentials.ts';

/** Nothing of a survey stays on this device. */
export async function forgetSurvey(slug: string): Promise<void> {
  const memory = memoryOf(slug);
  memory.forget();
  memory.forgetSent();
  await forgetKept(slug);
}

/** Whether the device keeps a credential now; the draft of one before it goes. */
export async function isKeptNow(kept: Kept): Promise<boolean> {
  const isKept = await keep(kept).then(
    () => true,
    () => false,
  );
  if (isKept) memoryOf(kept.slug).forget();
  return isKept;
}
