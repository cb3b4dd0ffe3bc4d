/** Reads what a camera sees: by the browser's own detector where it has one for QR codes, elsewhere by a library fetched then. */
import type { readQr } from './read-qr';

interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
type DetectorMaker = {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<string[]>;
};

export type ReadVideo = (video: HTMLVideoElement) => Promise<string | null>;

/** Enough for a badge that fills a third of the picture, and quick on an old telephone. */
const LONGEST_SIDE = 800;

function pictureReader(read: typeof readQr): ReadVideo {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return async (video) => {
    const longest = Math.max(video.videoWidth, video.videoHeight);
    if (!context || longest === 0) return null;
    const scale = Math.min(1, LONGEST_SIDE / longest);
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    return read(context.getImageData(0, 0, canvas.width, canvas.height).data, canvas.width, canvas.height);
  };
}

export async function cameraReader(): Promise<ReadVideo> {
  const { BarcodeDetector: Maker } = globalThis as { BarcodeDetector?: DetectorMaker };
  // Some browsers have the detector and nothing behind it.
  const formats = Maker ? await Maker.getSupportedFormats().catch(() => []) : [];
  if (!Maker || !formats.includes('qr_code')) return pictureReader((await import('./read-qr')).readQr);
  const detector = new Maker({ formats: ['qr_code'] });
  return async (video) => (await detector.detect(video).catch(() => []))[0]?.rawValue ?? null;
}
