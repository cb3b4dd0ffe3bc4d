/** Reads the QR code of a badge in a camera's picture, for the many browsers that cannot do so themselves. Pure. */
import decodeQR from 'qr/decode.js';

/** A picture is looked at for so long; the camera's next one comes soon. */
const PATIENCE_MS = 250;

/** @param pixels red, green, blue and alpha of each. @returns what the code says; null where none can be read. */
export function readQr(pixels: Uint8ClampedArray, width: number, height: number): string | null {
  try {
    return decodeQR({ data: pixels, width, height }, { format: 'RGBA', timeLimit: PATIENCE_MS });
  } catch {
    // The library says in an error that it found no code.
    return null;
  }
}
