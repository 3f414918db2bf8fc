import { secret } from '../../form.ts';

/**
 * Fields of the editor as they stand, untrimmed: taking away a space somebody has just typed would join her words.
 * Pasted lines count once she says so, and leave their box then.
 */
export function readForm(form: HTMLFormElement, { lines = false } = {}): (name: string) => string {
  const data = new FormData(form);
  const boxes = lines ? [...form.querySelectorAll<HTMLTextAreaElement>('textarea[name$=Lines]')] : [];
  for (const box of boxes) box.value = '';
  return (name) => (name.endsWith('Lines') && !lines ? '' : secret(data, name));
}
