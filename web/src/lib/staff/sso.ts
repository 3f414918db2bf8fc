/** The pages that lead to the provider. */
export const signInBySso = '/lam-viec/dang-nhap/mot-lan';
export const linkBySso = '/lam-viec/toi/mot-lan/noi';

const refused = 'tu-choi';
const sayable = /^(sso-[a-z-]+|too-many-attempts|sign-in-too-old|unavailable|internal)$/;

/** A page with the code of a refusal in its address: the page looks its sentence up. */
export function refusedOn(page: string, code: string): string {
  return `${page}?${refused}=${code}`;
}

/** The refusal an address carries: one that single sign-on can end in, or none. Anybody can write an address. */
export function refusalIn({ searchParams }: URL): string | null {
  const code = searchParams.get(refused);
  return code !== null && sayable.test(code) ? code : null;
}
