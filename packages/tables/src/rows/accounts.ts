import { loginShape, type Role } from '@danban/contract';
import { searchKey } from '@danban/text';
import { isEmail } from '../cells/contact.ts';
import type { Columns } from '../columns/fields.ts';
import type { Row } from '../file/sheet.ts';
import { duplicates, understand, type Cells, type RowIssue, type Understood } from './cells.ts';

/** One role of one account; several rows of one login are one account. `unit` and `body` are codes or names. */
export interface AccountRow {
  row: number;
  name: string;
  login: string;
  role: Role;
  unit: string;
  body: string | undefined;
}

/** A login such as was perhaps meant: "Lê Văn An" → "le.van.an". */
function loginLike(text: string): string {
  const [local = '', ...domain] = text.split('@').map((part) => searchKey(part).replaceAll(' ', '.'));
  return [local, ...domain].join('@');
}

function loginIn(cells: Cells): string | undefined {
  const text = cells.required('login')?.toLowerCase();
  if (text === undefined) return undefined;
  if (text.includes('@') && !isEmail(text)) return cells.wrong('login', 'not-an-email', { text: text.slice(0, 60) });
  if (loginShape.test(text)) return text;
  const suggestion = loginLike(text);
  if (!loginShape.test(suggestion)) return cells.wrong('login', 'login-shape');
  return cells.wrong('login', 'login-shape-like', { suggestion });
}

function accountIn(cells: Cells): AccountRow | undefined {
  const name = cells.required('name');
  const login = loginIn(cells);
  const hasRole = cells.required('role') !== undefined;
  const role = hasRole ? (cells.word('role', 'role', 'unknown-role') as Role | undefined) : undefined;
  const unit = cells.required('unitId');
  const body = cells.text('bodyId');
  if (name === undefined || login === undefined || role === undefined || unit === undefined) return undefined;
  return { row: cells.row, name, login, role, unit, body };
}

/** Two people do not share a login; whoever has two roles is called the same in both rows. */
function sharedLogins(accounts: readonly AccountRow[]): RowIssue[] {
  const first = new Map<string, AccountRow>();
  return accounts.flatMap((account) => {
    const earlier = first.get(account.login) ?? account;
    first.set(account.login, earlier);
    if (searchKey(earlier.name) === searchKey(account.name)) return [];
    return [{ row: account.row, field: 'login', code: 'login-of-two', params: { first: earlier.row } } as const];
  });
}

/** Accounts as the rows of a table say them. */
export function readAccounts(rows: readonly Row[], columns: Columns<'accounts'>): Understood<AccountRow> {
  const { rows: accounts, issues, notices } = understand('accounts', rows, columns, accountIn);
  const keyOf = ({ login, name, role, unit, body = '' }: AccountRow): string =>
    [login, role, ...[name, unit, body].map(searchKey)].join('\n');
  return {
    rows: accounts,
    notices,
    issues: [...issues, ...duplicates(accounts, 'login', keyOf), ...sharedLogins(accounts)],
  };
}
