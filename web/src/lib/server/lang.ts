import type { Cookies } from '@sveltejs/kit';
import type { Lang } from '@danban/i18n';

const cookie = 'ngon-ngu';
const path = '/lam-viec';

function isLang(value: string | null | undefined): value is Lang {
  return value === 'vi' || value === 'en';
}

/** Public and respondents' pages: the address says it, and nothing is kept. */
export function langOfAddress(url: URL): Lang {
  const asked = url.searchParams.get('lang');
  return isLang(asked) ? asked : 'vi';
}

/** Staff pages: what was chosen last is kept in a cookie that only staff pages see. */
export function langOfStaff(url: URL, cookies: Cookies): Lang {
  const asked = url.searchParams.get('lang');
  if (!isLang(asked)) return cookies.get(cookie) === 'en' ? 'en' : 'vi';
  cookies.set(cookie, asked, { path, maxAge: 365 * 24 * 3600, secure: url.protocol === 'https:', sameSite: 'lax' });
  return asked;
}
