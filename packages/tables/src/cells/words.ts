import { bodyKinds, roles, unitTypes } from '@danban/contract';
import { isMessageKey, t } from '@danban/i18n';
import { searchKey } from '@danban/text';

const langs = ['vi', 'en'] as const;

const lists = { unitType: unitTypes, bodyKind: bodyKinds, role: roles, cell: ['yes', 'no'] } as const;
export type WordList = keyof typeof lists;

/** What people write for the same, as search keys. */
const alsoWritten: { readonly [L in WordList]: Readonly<Record<string, readonly string[]>> } = {
  unitType: {
    people_committee: ['ubnd', 'ubnd tinh', 'uy ban nhan dan tinh'],
    department: ['so gddt', 'so giao duc va dao tao'],
    office: ['phong', 'phong ban', 'phong chuyen mon', 'phong thuoc so'],
    district_office: ['pgd', 'phong gd dt', 'phong giao duc', 'phong giao duc va dao tao'],
    upper_secondary: ['thpt', 'trung hoc pho thong', 'truong trung hoc pho thong', 'cap 3'],
    continuing_centre: ['gdtx', 'gdnn gdtx', 'tt gdnn gdtx', 'trung tam gdtx', 'trung tam'],
    preschool: ['mn', 'mam non', 'mau giao', 'truong mau giao', 'nha tre'],
    primary: ['th', 'tieu hoc', 'cap 1'],
    lower_secondary: ['thcs', 'trung hoc co so', 'truong trung hoc co so', 'cap 2'],
    commune_committee: ['ubnd xa', 'ubnd phuong', 'ubnd cap xa', 'xa', 'phuong'],
  },
  bodyKind: {
    union: ['cd', 'cong doan co so', 'cdcs'],
    front: ['mttq', 'mat tran', 'mat tran to quoc viet nam'],
    youth_union: ['doan', 'dtn', 'doan tncs', 'doan tncs ho chi minh', 'doan thanh nien cong san ho chi minh'],
    people_inspection: ['ttnd', 'thanh tra nhan dan'],
    parent_board: ['cmhs', 'ban dai dien cmhs', 'ban dai dien cha me', 'hoi cha me hoc sinh', 'hoi phu huynh'],
    administration: ['chinh quyen', 'ban giam hieu', 'lanh dao', 'co quan'],
    other: ['khac'],
  },
  role: {
    admin: ['quan tri', 'quan tri vien', 'administrator'],
    organizer: ['to chuc', 'nguoi to chuc khao sat', 'organiser'],
    drafter: ['soan thao'],
    leader: ['nguoi dung dau', 'thu truong', 'hieu truong', 'giam doc'],
    moderator: ['ra soat', 'kiem duyet'],
    inspector: ['thanh tra nhan dan', 'ttnd'],
    collector: ['tong hop', 'dau moi'],
  },
  cell: { yes: ['x', 'co', 'true', '1', 'dung', 'y'], no: ['false', '0', 'k', 'ko', 'sai', 'n'] },
};

/** The word for a code of the list, as our own files hold it; a code of somebody else's stands for itself. */
export function wordFor(list: WordList, code: string, lang: (typeof langs)[number] = 'vi'): string {
  const key = `${list}.${code}`;
  return isMessageKey(key) ? t(lang, key) : code;
}

function codesByKey(list: WordList): Map<string, string> {
  const pairs = lists[list].flatMap((code) =>
    [code, ...langs.map((lang) => wordFor(list, code, lang)), ...(alsoWritten[list][code] ?? [])].map(
      (word) => [searchKey(word), code] as const,
    ),
  );
  return new Map(pairs);
}

const codes = Object.fromEntries(Object.keys(lists).map((list) => [list, codesByKey(list as WordList)])) as Record<
  WordList,
  Map<string, string>
>;

/** The code a word stands for, whatever its marks and capitals; `undefined`: no such word. */
export function codeOf(list: WordList, word: string): string | undefined {
  return codes[list].get(searchKey(word));
}

/** The words of a list in its order, for who has to choose. */
export function wordsOf(list: WordList): string[] {
  return lists[list].map((code) => wordFor(list, code));
}
