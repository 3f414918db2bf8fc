import {
  citation,
  countsOf,
  differenceOf,
  type Alignment,
  type Clause,
  type ClauseTree,
  type Draft,
  type DraftIssue,
  type DraftIssueCode,
  type Link,
  type ReadingNote,
  type Relation,
  type Segment,
  type TreeNote,
} from '@danban/consultation';

const issues: Record<DraftIssueCode, string> = {
  'empty-file': 'Tệp rỗng.',
  'file-too-large': 'Tệp quá lớn.',
  'unpacks-too-large': 'Tệp giải nén ra quá lớn nên không được mở.',
  'too-many-lines': 'Văn bản quá dài.',
  'damaged-file': 'Tệp bị hỏng. Hãy mở bằng Word và lưu lại.',
  'locked-file': 'Tệp có mật khẩu. Hãy bỏ mật khẩu rồi thử lại.',
  'old-word': 'Đây là tệp Word cũ (.doc). Hãy mở bằng Word và lưu thành .docx.',
  'open-document': 'Đây là tệp OpenDocument (.odt). Hãy lưu thành .docx.',
  'rich-text': 'Đây là tệp RTF. Hãy lưu thành .docx.',
  'web-page': 'Đây là trang web. Hãy sao chép nội dung vào một tệp văn bản.',
  'not-a-draft': 'Tệp không phải văn bản Word (.docx), Markdown hay văn bản thuần.',
  'no-text': 'Tệp không có chữ nào.',
};

/** Why a file was refused, in a sentence. */
export const issueInWords = ({ code }: DraftIssue): string => issues[code];

const relations: Record<Relation, string> = {
  unchanged: 'giữ nguyên',
  orthographic: 'chỉ khác cách viết',
  renumbered: 'đổi số',
  moved: 'chuyển chỗ',
  modified: 'sửa',
  split: 'tách',
  merged: 'nhập',
  added: 'thêm',
  removed: 'bỏ',
};

const notes: Record<ReadingNote, string> = {
  'tracked-insertions-accepted': 'Phần chèn theo dõi thay đổi được coi là đã chấp nhận.',
  'tracked-deletions-dropped': 'Phần xóa theo dõi thay đổi được bỏ đi.',
  'headers-left-out': 'Đầu trang, chân trang không được đọc.',
  'footnotes-left-out': 'Chú thích cuối trang không được đọc.',
  'hidden-text-left-out': 'Chữ ẩn không được đọc.',
  'pictures-left-out': 'Hình ảnh không được đọc.',
  'comments-left-out': 'Ghi chú bên lề không được đọc.',
  'page-numbers-left-out': 'Số trang không được đọc.',
  'legacy-font-converted': 'Chữ theo bảng mã cũ (TCVN3, VNI) đã được chuyển sang Unicode.',
};

const treeNotes: Record<TreeNote['code'], string> = {
  'number-missing': 'thiếu số trước đó',
  'number-twice': 'trùng số',
  'number-out-of-order': 'số không theo thứ tự',
  'doubtful-level': 'có dòng giống đầu mục nhưng được đọc là nội dung',
  'no-text': 'không có nội dung',
  'no-structure': 'văn bản không có đầu mục; mỗi đoạn là một ý',
};

const marks: Record<Segment['kind'], readonly [string, string]> = {
  equal: ['', ''],
  respelled: ['', ''],
  deleted: ['[-', '-]'],
  inserted: ['{+', '+}'],
};

const segmentInWords = ({ kind, text }: Segment): string =>
  marks[kind][0] + text.trimEnd() + marks[kind][1] + text.slice(text.trimEnd().length);

function byPath(clauses: readonly Clause[]): (path: string | null) => Clause | undefined {
  const found = new Map(clauses.map((clause) => [clause.path, clause]));
  return (path) => (path === null ? undefined : found.get(path));
}

/** The two versions a comparison is told of. */
interface Versions {
  olds: readonly Clause[];
  news: readonly Clause[];
}

function linkInWords(link: Link, { olds, news }: Versions): string[] {
  const [one, other] = [byPath(olds)(link.from), byPath(news)(link.to)];
  const names = [one && citation(olds, one.index), other && citation(news, other.index)].filter(
    (name) => name !== undefined,
  );
  const head = `  ${relations[link.relation].padEnd(18)} ${[...new Set(names)].join(' → ')}`;
  if (one === undefined || other === undefined) return [head, `      ${(one ?? other)!.text.replaceAll('\n', ' ')}`];
  if (link.relation !== 'modified') return [head];
  const shown = differenceOf(one.text, other.text).map(segmentInWords).join('');
  return [head, `      ${shown.replaceAll('\n', ' ').trim()}`];
}

const telling = new Set<Relation>(['moved', 'modified', 'split', 'merged', 'added', 'removed']);

function headingLines({ headings }: Alignment, { olds, news }: Versions): string[] {
  const [before, after] = [byPath(olds), byPath(news)];
  return headings
    .filter(({ relation }) => relation === 'added' || relation === 'removed' || relation === 'modified')
    .map(({ from, to, relation }) => {
      const titles = [before(from), after(to)].filter((clause) => clause !== undefined);
      return `  ${relations[relation].padEnd(18)} ${titles.map(({ label, heading }) => `${label} ${heading}`.trim()).join(' → ')}`;
    });
}

/** A comparison for a person: how many of each, then every change in the order of the new version. */
export function comparisonInWords(alignment: Alignment, versions: Versions): string[] {
  const counts = countsOf(alignment.links);
  const summary = (Object.keys(relations) as Relation[])
    .filter((relation) => counts[relation] !== undefined)
    .map((relation) => `${counts[relation]} ${relations[relation]}`);
  const changes = alignment.links.filter(({ relation }) => telling.has(relation));
  const titles = headingLines(alignment, versions);
  return [
    `Điều khoản: ${summary.join(', ')}.`,
    ...(titles.length > 0 ? ['', 'Đầu mục', ...titles] : []),
    ...(changes.length > 0 ? ['', 'Nội dung', ...changes.flatMap((link) => linkInWords(link, versions))] : []),
  ];
}

/** The tree of a draft for a person, with what was noticed. */
export function outlineInWords({ clauses, notes: found }: ClauseTree, draft: Draft): string[] {
  const lines = clauses.map(({ depth, path, label, heading, text }) => {
    const words = [label, heading, text.replaceAll('\n', ' ')].filter((part) => part !== '').join(' ');
    return `${'  '.repeat(depth)}${path}  ${words.length > 110 ? `${words.slice(0, 109)}…` : words}`;
  });
  const remarks = [
    ...draft.notes.map((note) => notes[note]),
    ...found.map(({ path, code }) => `${path}: ${treeNotes[code]}.`),
  ];
  return [...lines, ...(remarks.length > 0 ? ['', 'Lưu ý', ...remarks.map((remark) => `  ${remark}`)] : [])];
}
