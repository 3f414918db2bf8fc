/** Where opinions of a survey are read, and where they are asked for. */
export const commentsPage = (survey: string): string => `/lam-viec/khao-sat/${survey}/y-kien`;
export const commentsApi = (survey: string): string => `/lam-viec/api/surveys/${encodeURIComponent(survey)}/comments`;

/** The lists of the page, as its address names them. */
export const parts = { disputed: 'chua-thong-nhat', urgent: 'chuyen-ngay', agreed: 'da-chot' } as const;
export type Part = keyof typeof parts;

/** Which part the address asks for; null: the queue. */
export function partAsked(url: { searchParams: { get(name: string): string | null } }): Part | null {
  const asked = url.searchParams.get('phan');
  return (Object.keys(parts) as Part[]).find((part) => parts[part] === asked) ?? null;
}
