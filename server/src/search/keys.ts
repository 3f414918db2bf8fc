import { searchKey } from '@danban/text';

interface Title {
  vi: string;
  en?: string | undefined;
}

/** What each kind of row is found by. Written beside the row whenever it is, so that a list looks for it in SQL. */
export const keyOf = {
  account: (account: { name: string; login: string }): string => searchKey(`${account.name} ${account.login}`),
  unit: (unit: { name: string; shortName: string }): string => searchKey(`${unit.name} ${unit.shortName}`),
  body: (body: { name: string }): string => searchKey(body.name),
  survey: ({ vi, en = '' }: Title): string => searchKey(`${vi} ${en}`),
};

/** The words somebody typed, as they stand in keys: letters and digits, nothing a pattern would read. */
export function wordsOf(typed: string): string[] {
  return searchKey(typed)
    .split(' ')
    .filter((word) => word !== '');
}
