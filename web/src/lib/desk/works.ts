import { deskWorks, type DeskWork, type WaitingSurveyView } from '@danban/contract';
import { commentsPage } from '../comments/addresses.ts';
import { checksPage, commitmentsPage } from '../commitments/addresses.ts';
import { number, say } from '../i18n.ts';
import { asks, filters, repliesPage } from '../replies/addresses.ts';

/** One kind of work that waits, as pages show it. */
interface Shown {
  /** How addresses name it, and its card on the desk. */
  at: string;
  title: () => string;
  text: () => string;
  hrefOf: (survey: string) => string;
  leftOf: (survey: WaitingSurveyView) => string;
}

function promisesLeft({ of }: WaitingSurveyView): string {
  const [late, soon, disputed] = [of?.late ?? 0, of?.soon ?? 0, of?.disputed ?? 0];
  const counts = { late: number(late), soon: number(soon) };
  if (disputed === 0) return say('commitments.deskCount', counts);
  return say('commitments.deskDisputed', { ...counts, disputed: number(disputed) });
}

export const works: Record<DeskWork, Shown> = {
  moderate: {
    at: 'ra-soat',
    title: () => say('opinions.desk'),
    text: () => say('opinions.deskText'),
    hrefOf: commentsPage,
    leftOf: ({ left }) => say('opinions.deskLeft', { left }),
  },
  answer: {
    at: 'tra-loi',
    title: () => say('replies.desk'),
    text: () => say('replies.deskText'),
    hrefOf: (id) => `${repliesPage(id)}?${asks.filter}=${filters.mine}`,
    leftOf: ({ left }) => say('replies.deskCount', { count: number(left) }),
  },
  keep: {
    at: 'cam-ket',
    title: () => say('commitments.desk'),
    text: () => say('commitments.deskText'),
    hrefOf: commitmentsPage,
    leftOf: promisesLeft,
  },
  confirm: {
    at: 'kiem-tra',
    title: () => say('commitments.confirmDesk'),
    text: () => say('commitments.confirmDeskText'),
    hrefOf: checksPage,
    leftOf: ({ left }) => say('commitments.confirmDeskCount', { count: number(left) }),
  },
};

export const workAt = (at: string): DeskWork | undefined => deskWorks.find((work) => works[work].at === at);
/** Where all of it is. */
export const workPage = (work: DeskWork): string => `/lam-viec/viec-cho/${works[work].at}`;
