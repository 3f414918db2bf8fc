// prettier-ignore
const tcvn3Letters = {
  µ: 'à', '¸': 'á', '¶': 'ả', '·': 'ã', '¹': 'ạ', '¨': 'ă', '»': 'ằ', '¾': 'ắ', '¼': 'ẳ', '½': 'ẵ', Æ: 'ặ',
  '©': 'â', Ç: 'ầ', Ê: 'ấ', È: 'ẩ', É: 'ẫ', Ë: 'ậ', Ì: 'è', Ð: 'é', Î: 'ẻ', Ï: 'ẽ', Ñ: 'ẹ',
  ª: 'ê', Ò: 'ề', Õ: 'ế', Ó: 'ể', Ô: 'ễ', Ö: 'ệ', '×': 'ì', Ý: 'í', Ø: 'ỉ', Ü: 'ĩ', Þ: 'ị',
  ß: 'ò', ã: 'ó', á: 'ỏ', â: 'õ', ä: 'ọ', '«': 'ô', å: 'ồ', è: 'ố', æ: 'ổ', ç: 'ỗ', é: 'ộ',
  '¬': 'ơ', ê: 'ờ', í: 'ớ', ë: 'ở', ì: 'ỡ', î: 'ợ', ï: 'ù', ó: 'ú', ñ: 'ủ', ò: 'ũ', ô: 'ụ',
  '\u00ad': 'ư', õ: 'ừ', ø: 'ứ', ö: 'ử', '÷': 'ữ', ù: 'ự', ú: 'ỳ', ý: 'ý', û: 'ỷ', ü: 'ỹ', þ: 'ỵ', '®': 'đ',
  '¡': 'Ă', '¢': 'Â', '£': 'Ê', '¤': 'Ô', '¥': 'Ơ', '¦': 'Ư', '§': 'Đ',
};

const tcvn3 = new Map(Object.entries(tcvn3Letters));

/**
 * Text of a .Vn font (TCVN 5712:1993, VN3, read as Latin-1) in Unicode: "Tr­êng §¹i häc" → "Trường Đại học". What is
 * not of that font stays. Its capitals have no tones: a text in capitals is small letters in a font that draws capitals.
 */
export function fromTcvn3(text: string): string {
  return text.replace(/[\u00a1-\u00ff]/g, (char) => tcvn3.get(char) ?? char);
}

const [grave, acute, tilde, hook, dot] = ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323'] as const;
const [hat, breve] = ['\u0302', '\u0306'] as const;

/** What a mark of VNI adds to the letter before it. */
// prettier-ignore
const vniMarks: Readonly<Record<string, string>> = {
  ù: acute, ø: grave, û: hook, õ: tilde, ï: dot,
  â: hat, á: hat + acute, à: hat + grave, å: hat + hook, ã: hat + tilde, ä: hat + dot,
  ê: breve, é: breve + acute, è: breve + grave, ú: breve + hook, ü: breve + tilde, ë: breve + dot,
};

/** Letters of VNI that stand for themselves. */
// prettier-ignore
const vniLetters: Readonly<Record<string, string>> = {
  ô: 'ơ', ö: 'ư', ñ: 'đ', í: 'í', ì: 'ì', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ',
};

const vniPair = /([aeouyôö])([ùøûõïâáàåãäêéèúüë])|[ôöñíìæóòî]/gi;

function vniLetter(single: string): string {
  const letter = vniLetters[single.toLowerCase()] ?? single.toLowerCase();
  return single === single.toLowerCase() ? letter : letter.toUpperCase();
}

/** Text of a VNI font in Unicode: "Tröôøng Tieåu hoïc" → "Trường Tiểu học". What is not of that font stays. */
export function fromVni(text: string): string {
  return text.replace(vniPair, (whole: string, base: string | undefined, mark: string | undefined) => {
    if (base === undefined || mark === undefined) return vniLetter(whole);
    return (vniLetter(base) + vniMarks[mark.toLowerCase()]).normalize('NFC');
  });
}
