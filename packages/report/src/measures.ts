/** Twentieths of a point, as WordprocessingML counts: A4, margins of 20 mm, left of 30 mm (NĐ 30/2020, Phụ lục I). */
export const page = { width: 11_906, height: 16_838 };
export const margin = { top: 1_134, right: 1_134, bottom: 1_134, left: 1_701, header: 567, footer: 567 };

/** How wide the text of a page is, upright or lying on its side. */
export const textWidth = (isLandscape = false): number =>
  (isLandscape ? page.height : page.width) - margin.left - margin.right;

/** Half points. */
export const size = { body: 28, head: 26, small: 24, recipients: 22, dense: 20 };
export const font = 'Times New Roman';

/** 1 cm. */
export const firstLine = 567;
/** 6 points between paragraphs. */
export const after = 120;
/** One and a tenth of a line. */
export const line = 264;
