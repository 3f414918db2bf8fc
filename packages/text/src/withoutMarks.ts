/** Vietnamese in plain letters, case kept: "Quy chế Đoàn" → "Quy che Doan". Signs a phone of 1995 has not become ones it has. */
export function withoutMarks(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}+/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[“”„]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[–—]/g, '-')
    .replace(/…/g, '...')
    .replace(/\u00a0/g, ' ');
}
