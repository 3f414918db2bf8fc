/** One field of a posted form exactly as typed: a password may begin with a space. A file counts as empty. */
export function secret(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** One field of a posted form as trimmed text. */
export function field(form: FormData, name: string): string {
  return secret(form, name).trim();
}
