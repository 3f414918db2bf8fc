import type { Lang } from '@danban/i18n';

/** What stands in the file where a page of the product has `$app/state`: the language, and nothing else. */
export const page = $state<{ data: { lang: Lang } }>({ data: { lang: 'vi' } });
