import { correction, generate } from 'lean-qr';
import { toSvgSource } from 'lean-qr/extras/svg';

/** A QR code as a stand-alone SVG: dark on white with its quiet zone, so that it scans from paper and in dark mode. */
export function qrSvg(url: string): string {
  const code = generate(url, { minCorrectionLevel: correction.M });
  return toSvgSource(code, { on: '#000', off: '#fff', padX: 4, padY: 4, xmlDeclaration: true });
}
