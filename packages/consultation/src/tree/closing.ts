import type { DraftLine } from '../draft/line.ts';

const recipients = /^Nơi nhận\s*(?::|$)/iu;
const signer =
  /^(?:T\/?M\.?|K\/?T\.?|TL\.|TUQ\.|Q\.|HIỆU TRƯỞNG|PHÓ HIỆU TRƯỞNG|CHỦ TỊCH|GIÁM ĐỐC|PHÓ GIÁM ĐỐC|TỔNG GIÁM ĐỐC|TRƯỞNG |BÍ THƯ|THỦ TRƯỞNG|NGƯỜI |ĐẠI DIỆN |XÁC NHẬN|CHỦ TỌA)(?=\s|\p{Lu}|$)/u;
/** The sentence plans end with, and the one a council ends a resolution with. */
const lastWords =
  /^(?:Trên đây là|Nghị quyết này (?:đã )?được Hội đồng nhân dân|Nhận được (?:Kế hoạch|Công văn|Hướng dẫn|văn bản) này)(?!\p{L})/iu;
const placeAndDay = /^[\p{L} ]{2,40},\s*ngày\s*[\d.… ]*\s*tháng\s*[\d.… ]*\s*năm\s*[\d.… ]*$/iu;
const mostWords = 14;

const isSigner = (text: string): boolean =>
  signer.test(text) && text === text.toUpperCase() && text.split(/\s+/).length <= mostWords;

/** Whether the end of a document begins here: whom it goes to, who signs, where and when. */
export function beginsClosing({ text }: DraftLine, isBeforeLastLabel: boolean): boolean {
  const cells = text.split(' | ').map((cell) => cell.trim());
  if (cells.some((cell) => recipients.test(cell))) return true;
  if (isBeforeLastLabel) return false;
  return cells.some((cell) => isSigner(cell) || placeAndDay.test(cell) || lastWords.test(cell));
}
