/** Text as people type it in a hurry: without marks and case ("truong tieu hoc" finds "Trường tiểu học"). */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();
}
