/**
 * Key for finding Vietnamese text typed with or without marks: "Quy chế Chi tiêu" → "quy che chi tieu".
 * đ has no decomposition, so it is mapped by hand; anything but letters and digits becomes one space.
 */
export function searchKey(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}+/gu, '')
    .replace(/[đðĐÐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
