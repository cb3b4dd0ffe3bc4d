/** A QR code as the outline of its dark squares: for pages as an SVG path, for documents alike. */
import QRCode from 'qrcode';

export interface QrOutline {
  /** Squares on a side, without the white rim. */
  size: number;
  /** In units of one square. */
  path: string;
}

export function qrOutline(text: string): QrOutline {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules;
  let path = '';
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (!data[y * size + x]) continue;
      let run = 1;
      while (x + run < size && data[y * size + x + run]) run++;
      path += `M${x} ${y}h${run}v1h-${run}z`;
      x += run;
    }
  }
  return { size, path };
}
