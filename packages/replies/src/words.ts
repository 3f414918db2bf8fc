import { searchKey } from '@danban/text';

/** What is written instead of an answer. Compared without marks and punctuation; the longest is taken out first. */
const stockPhrases = [
  'Xin tiếp thu ý kiến đóng góp',
  'Xin trân trọng tiếp thu',
  'Cơ quan soạn thảo xin tiếp thu',
  'Xin tiếp thu ý kiến',
  'Tiếp thu ý kiến',
  'Xin tiếp thu',
  'Đã tiếp thu',
  'Tiếp thu',
  'Xin ghi nhận ý kiến',
  'Ghi nhận ý kiến',
  'Xin ghi nhận',
  'Ghi nhận',
  'Đã được quy định',
  'Theo đúng quy định của pháp luật',
  'Theo quy định của pháp luật',
  'Theo đúng quy định',
  'Theo quy định hiện hành',
  'Theo quy định',
  'Đúng quy định',
  'Phù hợp với quy định',
  'Đảm bảo phù hợp',
  'Sẽ nghiên cứu',
  'Nghiên cứu tiếp thu',
  'Nghiên cứu bổ sung',
  'Nghiên cứu, xem xét',
  'Sẽ xem xét',
  'Rà soát, chỉnh sửa',
  'Chỉnh sửa cho phù hợp',
  'Cho phù hợp',
  'Bảo lưu ý kiến',
  'Giữ nguyên như dự thảo',
  'Đề nghị giữ nguyên',
  'Giữ nguyên',
  'Như dự thảo',
  'Xin cảm ơn ý kiến đóng góp',
  'Trân trọng cảm ơn',
  'Xin cảm ơn',
  'Cảm ơn',
  'Trong thời gian tới',
  'Của quý thầy cô',
  'Của quý vị',
  'Của các đồng chí',
  'Của anh chị',
  'Ý kiến đóng góp',
  'Ý kiến góp ý',
] as const;

/** An explanation shorter than this, in letters and spaces, explains nothing. */
export const leastExplained = 30;
/** Fewer different syllables are one thing said over and over. */
const leastDifferent = 5;

const keys = stockPhrases.map(searchKey).sort((one, other) => other.length - one.length);

/** The words of an explanation without what is said of everything. */
function withoutStock(text: string): string {
  const left = keys.reduce((words, phrase) => words.replaceAll(` ${phrase} `, '  '), ` ${searchKey(text)} `);
  return left.replaceAll(/ +/g, ' ').trim();
}

export type WordsIssue = 'too-short' | 'stock-phrase';

/**
 * Why a text does not explain; null where it may. It says something when thirty characters and five different syllables are left
 * without stock phrases ("xin tiếp thu", "đúng quy định", …). Source: duty to explain, Law 10/2022/QH15 on grassroots democracy.
 */
export function issueOfWords(text: string): WordsIssue | null {
  if (searchKey(text).length < leastExplained) return 'too-short';
  const left = withoutStock(text);
  const different = new Set(left.split(' ')).size;
  return left.length < leastExplained || different < leastDifferent ? 'stock-phrase' : null;
}
