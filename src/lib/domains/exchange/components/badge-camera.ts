/** Reads badges with the camera, where the browser can. */

interface Detector {
  detect: (source: HTMLVideoElement) => Promise<{ rawValue: string }[]>;
}
type DetectorClass = new (options: { formats: string[] }) => Detector;

const LOOK_MS = 200;

const detectorClass = () => (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;

export const canReadBadges = (): boolean =>
  detectorClass() !== undefined && typeof navigator.mediaDevices?.getUserMedia === 'function';

/** One camera that is on or off; every code it sees is told, again and again while it is held before it. */
export class BadgeCamera {
  #stream: MediaStream | undefined;

  stop(): void {
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    this.#stream = undefined;
  }

  /** False where there is no camera, or nobody allowed it. `video` is asked for once the camera answers. */
  async start(video: () => Promise<HTMLVideoElement | undefined>, onread: (text: string) => void): Promise<boolean> {
    const Detecting = detectorClass();
    if (!Detecting) return false;
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      this.#stream = stream;
      const screen = await video();
      if (!screen) {
        this.stop();
        return false;
      }
      screen.srcObject = stream;
      await screen.play();
      void this.#look(new Detecting({ formats: ['qr_code'] }), screen, stream, onread);
      return true;
    } catch {
      this.stop();
      return false;
    }
  }

  async #look(
    detector: Detector,
    screen: HTMLVideoElement,
    stream: MediaStream,
    onread: (text: string) => void,
  ): Promise<void> {
    while (this.#stream === stream) {
      const [found] = await detector.detect(screen).catch(() => []);
      if (found && this.#stream === stream) onread(found.rawValue);
      await new Promise((done) => setTimeout(done, LOOK_MS));
    }
  }
}
