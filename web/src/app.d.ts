import type { MeView } from '@danban/contract';
import type { Lang } from '@danban/i18n';

declare global {
  namespace App {
    interface Error {
      status: number;
      message: string;
    }
    interface Locals {
      lang: Lang;
      /** Who is signed in; always `null` outside the staff pages, which read no cookie. */
      me: MeView | null;
    }
    interface PageData {
      lang: Lang;
    }
  }
}
