/** One field of a posted form as trimmed text; an absent one and a file are empty. */
export function field(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
