import { correction, generate } from 'lean-qr';
import { toSvg } from 'lean-qr/extras/svg';

/** Modules of white around the code, as ISO/IEC 18004 asks. */
const quiet = 4;

/** A QR code drawn on this device: dark on white in dark mode, too, so that it scans. */
export function qrOf(text: string): SVGElement {
  const code = generate(text, { minCorrectionLevel: correction.M });
  return toSvg(code, document, { on: '#000', off: '#fff', padX: quiet, padY: quiet });
}
