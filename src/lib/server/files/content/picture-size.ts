/** How large a picture may be once it is unfolded: a file of a few kilobytes can hold a billion dots. Pure. */

export interface PictureSize {
  width: number;
  height: number;
}

export const MAX_SIDE = 16_384;
export const MAX_DOTS = 60_000_000;

export function isReasonable({ width, height }: PictureSize): boolean {
  return width > 0 && height > 0 && width <= MAX_SIDE && height <= MAX_SIDE && width * height <= MAX_DOTS;
}
