import { correction, generate } from 'lean-qr';
import { toSvgSource } from 'lean-qr/extras/svg';
import { squarePng } from './png.ts';

/** Modules of white around the code, as ISO/IEC 18004 asks. */
const quiet = 4;
/** 12 cm at 300 dots an inch: large enough for a poster. */
const leastPixels = 1_400;

const codeOf = (url: string) => generate(url, { minCorrectionLevel: correction.M });

/** A QR code as a stand-alone SVG: dark on white with its quiet zone, so that it scans from paper and in dark mode. */
export function qrSvg(url: string): string {
  return toSvgSource(codeOf(url), { on: '#000', off: '#fff', padX: quiet, padY: quiet, xmlDeclaration: true });
}

/** The same as pixels, for programs that take no SVG; each module is a whole number of pixels, so that none blurs. */
export function qrPng(url: string): Buffer {
  const code = codeOf(url);
  const size = code.size + 2 * quiet;
  return squarePng(size, Math.ceil(leastPixels / size), (x, y) => code.get(x - quiet, y - quiet));
}
