import { isMessageKey, t, type Lang } from '../messages.ts';

/** Opinions that are not published, by why; `null`: some, how many is not told. */
interface Hidden {
  all: number | null;
  parts: readonly { why: string; opinions: number | null }[];
}

/** "Đã ẩn 14 ý kiến: xúc phạm (11), thư rác (một số). Phê bình không phải là lý do ẩn."; nothing where none is. */
export function hiddenSentence(lang: Lang, { all, parts }: Hidden): string {
  if (parts.length === 0) return '';
  const named = parts.map(({ why: code, opinions: count }) => {
    const key = `opinions.decision.${code}`;
    const why = isMessageKey(key) ? t(lang, key) : code;
    return count === null ? t(lang, 'opinions.partSome', { why }) : t(lang, 'opinions.part', { why, count });
  });
  const said = { parts: named.join(', ') };
  const sentence =
    all === null ? t(lang, 'opinions.hiddenSome', said) : t(lang, 'opinions.hidden', { ...said, count: all });
  return `${sentence} ${t(lang, 'opinions.criticism')}`;
}
