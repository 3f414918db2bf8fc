import type { Text } from './wording.ts';

/**
 * Words that hold the place of words to be written. They are given in Vietnamese alone: whoever rewrites them would
 * otherwise leave their English behind.
 */
export const givenTitle = (): Text => ({ vi: 'Khảo sát mới' });
export const givenQuestion = (): Text => ({ vi: 'Câu hỏi mới' });

const itemNames = { option: 'Lựa chọn', row: 'Nội dung' } as const;
export const givenItem = (list: keyof typeof itemNames, number: number): Text => ({
  vi: `${itemNames[list]} ${number}`,
});

const whole: readonly string[] = [givenTitle().vi, givenQuestion().vi, 'New survey', 'New question'];
const numbered = new RegExp(`^(?:${Object.values(itemNames).join('|')}|Option|Item) \\d+$`);

/** Whether nobody has written these words; in English as well, as drafts of an earlier version hold them. */
export function isGiven(words: string): boolean {
  return whole.includes(words.trim()) || numbered.test(words.trim());
}
