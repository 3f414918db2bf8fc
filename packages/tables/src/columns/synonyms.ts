import { isMessageKey, t } from '@danban/i18n';
import { searchKey } from '@danban/text';
import { fieldsOf, type Field, type Kind } from './fields.ts';

type Synonyms<K extends Kind> = { readonly [F in Field<K>]: readonly string[] };

/** What people write over such a column, as search keys; the headings of our own templates are added to them. */
const written: { readonly [K in Kind]: Synonyms<K> } = {
  units: {
    id: ['ma', 'ma dv', 'ma so', 'ma truong', 'ma dinh danh', 'ma co so', 'ma don vi truong', 'code', 'id', 'unit id'],
    name: ['ten', 'ten truong', 'don vi', 'truong', 'ten co so', 'ten day du', 'ten co quan', 'name', 'unit', 'school'],
    shortName: ['ten tat', 'viet tat', 'ten ngan', 'ten goi tat', 'ten rut gon', 'abbreviation'],
    type: ['loai', 'loai hinh', 'loai truong', 'cap hoc', 'bac hoc', 'loai co so', 'type', 'kind', 'level'],
    parentId: [
      'ma cap tren',
      'cap tren',
      'don vi cap tren',
      'ma don vi cha',
      'truc thuoc',
      'thuoc',
      'don vi chu quan',
      'co quan chu quan',
      'don vi quan ly',
      'co quan quan ly',
      'parent',
      'parent id',
      'parent code',
    ],
    staff: [
      'cbgvnv',
      'so cb gv nv',
      'cb gv nv',
      'tong so cbgvnv',
      'so can bo giao vien nhan vien',
      'can bo giao vien nhan vien',
      'so can bo',
      'so nguoi',
      'so nhan su',
      'nhan su',
      'so vien chuc',
      'so lao dong',
      'number of staff',
    ],
    students: ['hoc sinh', 'so hs', 'hs', 'si so', 'so tre', 'so hoc vien', 'tong so hoc sinh', 'pupils'],
    households: ['so ho', 'ho gia dinh', 'so gia dinh', 'gia dinh', 'so phu huynh', 'phu huynh', 'families'],
    from: ['ngay hieu luc', 'hieu luc tu', 'hieu luc tu ngay', 'ngay ap dung', 'ap dung tu', 'ngay thanh lap', 'since'],
  },
  bodies: {
    id: ['ma', 'ma so', 'ma tc', 'code', 'id', 'body id'],
    name: ['ten', 'to chuc', 'ten doan the', 'doan the', 'name', 'body'],
    kind: ['loai', 'loai hinh', 'loai doan the', 'type', 'kind'],
    unitId: ['don vi', 'thuoc don vi', 'truc thuoc', 'thuoc', 'ma truong', 'truong', 'unit', 'unit id'],
    parentId: ['ma cap tren', 'cap tren', 'to chuc cap tren', 'parent', 'parent id', 'parent code'],
    canOrganise: ['lay y kien', 'duoc to chuc lay y kien', 'to chuc lay y kien', 'can organise', 'can organize'],
    canCritique: ['phan bien', 'phan bien xa hoi', 'duoc phan bien xa hoi', 'can critique'],
    canAudit: ['kiem tra', 'giam sat', 'duoc giam sat', 'thanh tra', 'can audit', 'can inspect'],
    from: ['ngay bat dau', 'hieu luc tu', 'ngay thanh lap', 'since'],
    to: ['ngay ket thuc', 'het hieu luc', 'hieu luc den', 'den', 'to'],
  },
  accounts: {
    name: ['ho ten', 'ten', 'ho ten can bo', 'ten nguoi dung', 'nguoi dung', 'name'],
    login: [
      'ten dang nhap',
      'email',
      'e mail',
      'thu dien tu',
      'dia chi email',
      'dia chi e mail',
      'dia chi thu dien tu',
      'tai khoan',
      'email ten dang nhap',
      'e mail ten dang nhap',
      'ten dang nhap email',
      'login',
      'user',
      'username',
      'account',
    ],
    role: ['vai', 'quyen', 'vai tro trong he thong', 'role'],
    unitId: ['don vi', 'ten don vi', 'don vi cong tac', 'noi cong tac', 'ma truong', 'truong', 'unit', 'unit id'],
    bodyId: ['to chuc', 'ten to chuc', 'thay mat', 'thay mat to chuc', 'doan the', 'body', 'body id'],
  },
  people: {
    name: ['ho ten', 'ten', 'ho ten can bo', 'can bo giao vien', 'nguoi duoc moi', 'thanh vien', 'doan vien', 'name'],
    unitId: ['ma don vi', 'ten don vi', 'don vi cong tac', 'noi cong tac', 'ma truong', 'truong', 'unit', 'unit id'],
    email: ['thu dien tu', 'e mail', 'mail', 'dia chi email', 'dia chi e mail', 'dia chi thu dien tu', 'email address'],
    phone: [
      'so dien thoai',
      'sdt',
      'so dt',
      'dt',
      'di dong',
      'so di dong',
      'dien thoai di dong',
      'zalo',
      'so zalo',
      'mobile',
    ],
  },
};

/** The heading of our own files, in the language of the reader. */
export function headingOf(kind: Kind, field: Field, lang: 'vi' | 'en' = 'vi'): string {
  const key = `column.${kind}.${field}`;
  return isMessageKey(key) ? t(lang, key) : field;
}

const keysOf = (kind: Kind, field: Field): readonly string[] => [
  ...(['vi', 'en'] as const).map((lang) => searchKey(headingOf(kind, field, lang))),
  ...(written[kind] as Record<string, readonly string[]>)[field]!,
];

/** Which fields a heading may stand for, by its search key. */
const fieldsByKey = Object.fromEntries(
  Object.keys(fieldsOf).map((kind) => {
    const pairs = fieldsOf[kind as Kind].flatMap((field) =>
      keysOf(kind as Kind, field).map((key) => [key, field] as const),
    );
    return [kind, new Map<string, Field>(pairs.reverse())];
  }),
) as Record<Kind, Map<string, Field>>;

/** The field a heading names, whatever its marks, capitals and punctuation; `undefined`: none we know. */
export function fieldNamed(kind: Kind, heading: string): Field | undefined {
  const key = searchKey(heading);
  return fieldsByKey[kind].get(key) ?? fieldsByKey[kind].get(key.replace(/ (?:bat buoc|required|\d+)$/, ''));
}
