import { nameKey } from '../nameKey.ts';

const words = (text: string): string[] => text.trim().split(/\s+/);
const phrases = (text: string): string[] => text.split(',').map((phrase) => phrase.trim());
const keys = (list: readonly string[]): ReadonlySet<string> => new Set(list.map(nameKey));

/** Family names, with those of the peoples of the north-west. About nine in ten people bear one of the first fourteen. */
export const familyNames = keys(
  words(`Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trịnh Lương Mai Đào Đoàn Vương
    Trương Cao Hà Lâm Phùng Tạ Tô Chu Lưu Thái Tống Triệu Quách Kiều Khuất Nghiêm Bạch Doãn Đàm La Lại Mạc Nhữ Ninh Phí
    Tăng Thân Tiêu Từ Ung Vi Viên Lục Lò Lường Quàng Cầm Nông Bế Đèo Giàng Sùng Vừ Thào Hứa Khương Cù Đồng Đậu Hàn Hạ
    Tào Tôn Châu Diệp Âu Biện Cấn Chử Giáp Kha Lã Lữ Lư Mẫn Sái Sầm Sử Thiều Tòng Trình Ứng Yên Ngụy Khúc`),
);

/** What people are addressed by, and offices: after one of these a word with a capital is a name. */
export const honorifics = keys(
  phrases(`thầy, cô, anh, chị, em, cháu, ông, bà, bác, chú, dì, cậu, bạn, đồng chí, đc, ths, ts, pgs, gs, hiệu trưởng,
    phó hiệu trưởng, hiệu phó, tổ trưởng, tổ phó, chủ nhiệm, kế toán, thủ quỹ, văn thư, bảo vệ, giám đốc, phó giám đốc,
    trưởng phòng, phó phòng, phó trưởng phòng, chủ tịch, phó chủ tịch, bí thư, phó bí thư`),
);

/** Common words as well: with a capital at the beginning of a sentence they say nothing by themselves ("Từ Điều 8"). */
export const doubtfulFamilies = keys(
  words('Từ Lại Mai Đồng Viên Yên Cao Hạ La Lương Tăng Tiêu Thân Ứng Lục Hà Tô Vi Khúc Giáp Kha Hàn Âu Hứa Đào Lò Đậu'),
);

/** What follows such a word where it is none of a person. */
export const afterCommonWords = keys(
  words('điều khoản mục chương phần trường sở phòng ban tổ đảng ủy thứ lớp khối tỉnh huyện xã phường nghị luật quyết'),
);

/** Words that may follow "thầy", "em" or an office with a capital and are no name. */
export const notNames = keys(
  words(`giáo cô thầy trường ban tổ sở phòng đảng nhà bộ tỉnh huyện xã phường khối lớp điều khoản mục phần và các được rất
    không này kia thứ ủy đội tết khu học phụ giám trưởng phó chủ bí kế thủ chuyên chúng tôi em cháu con ông bà chị bạn
    nhưng nên đề mong xin cần khi nếu vì có là cũng đã đang sẽ phải hay hoặc với để cho ở tại từ đến trong ngoài trên dưới
    mầm tiểu`),
);

/** Subjects are taught and people are called so as well: "cô Anh". */
export const subjects = keys(words('toán văn lý hóa sinh sử địa anh tin nhạc họa công'));

/** What stands before the name of a school, a street or a prize. */
export const institutions = keys(
  phrases(`trường, THPT, THCS, TH, PTDTNT, PTTH, MN, mầm non, mẫu giáo, tiểu học, trung học, phổ thông, cơ sở, cao đẳng,
    đại học, học viện, chuyên, dân lập, tư thục, liên cấp, nội trú, trung tâm, đường, phố, ngõ, quận, huyện, xã, phường,
    thị trấn, tỉnh, thành phố, giải, giải thưởng, học bổng, quỹ, phong trào, tư tưởng, tấm gương, cuộc thi, bệnh viện,
    công viên, cầu, chợ, bến xe, khu, làng, TP, tp`),
);

/** Phrases that begin as a name of a person does and are something else, however they go on. */
export const setPhrases = keys(
  phrases(`đoàn thanh niên, đoàn tncs, đoàn đội, đoàn viên, đoàn trường, đoàn kết, đoàn thể, cao đẳng, cao học, lâm nghiệp,
    đồng đội, đồng ý, đồng chí, hồ sơ, lý do, lý luận, lý thuyết, từ điển, tăng cường, lương cơ sở, lương cơ bản,
    lương tối thiểu, lương tháng, lương y, lương tâm, yên tâm, hồ chí minh, bác hồ, hồ chủ tịch, viên chức, thái lan,
    châu á, châu âu, châu phi, chi bộ, chi đoàn, hội đồng, hội phụ huynh, hội nghị, hội trường,
    quyết định, nghị quyết, nghị định, việt nam`),
);

/** Places of two syllables: a third with a capital makes a person of them ("Hà Nam" and "Hà Nam Anh"). */
export const places = keys(
  phrases(`hà nội, hà nam, hà giang, hà tĩnh, hà đông, hà tây, hà tiên, ninh bình, ninh thuận, ninh cơ, ninh giang, ninh hải,
    cao bằng, cao lãnh, lâm đồng, thái bình, thái nguyên, thái thụy, lai châu, bạch mai, bạch long, bạch đằng, đồng nai,
    đồng tháp, đồng hới, đồng xoài, châu đốc, hồ gươm, hồ tây, kiều mai, lý nhân, lục nam, lục ngạn, mai châu, mai sơn,
    phan thiết, phan rang, vũ thư, vũ quang, vũ bản, yên bái, yên khánh, yên mô, yên định, sầm sơn, từ liêm, từ sơn,
    tô lịch, lương sơn, đông anh, tiêu dao, lạng sơn, hải dương, bình dương`),
);
