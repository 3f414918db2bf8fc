import { secret } from '../../form.ts';

/**
 * Fields of the editor as they stand, untrimmed: taking away a space somebody has just typed would join her words.
 * What is pasted as lines or named as a basis counts once she says so, and leaves its box then.
 */
export function readForm(form: HTMLFormElement, { lines = false } = {}): (name: string) => string {
  const data = new FormData(form);
  const boxes = lines
    ? [...form.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>('textarea[name$=Lines], input[name=cite]')]
    : [];
  for (const box of boxes) box.value = '';
  return (name) => ((name.endsWith('Lines') || name === 'cite') && !lines ? '' : secret(data, name));
}
