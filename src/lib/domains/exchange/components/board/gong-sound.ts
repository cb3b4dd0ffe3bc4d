/** The gong's sound, made in the browser: a low bronze with partials that are out of tune, as those of a real one are. */

/** Of the strike tone: how high, how loud, and after how many seconds it has died away. */
export const PARTIALS = [
  { ratio: 1, gain: 0.26, seconds: 5 },
  { ratio: 1.48, gain: 0.17, seconds: 4.2 },
  { ratio: 2.07, gain: 0.12, seconds: 3.4 },
  { ratio: 2.91, gain: 0.07, seconds: 2.2 },
  { ratio: 4.13, gain: 0.04, seconds: 1.2 },
] as const;
const STRIKE_HZ = 132;
export const BETWEEN_S = 1.1;

/** One stroke opens the floor, three close it: one hears which without looking. */
export const STROKES = { gong_opened: 1, gong_closed: 3 } as const;

export function strike(audio: AudioContext, strokes: number, loudness = 1): void {
  for (let stroke = 0; stroke < strokes; stroke++) {
    const from = audio.currentTime + stroke * BETWEEN_S;
    for (const { ratio, gain, seconds } of PARTIALS) {
      const tone = audio.createOscillator();
      const level = audio.createGain();
      tone.frequency.value = STRIKE_HZ * ratio;
      level.gain.setValueAtTime(0.0001, from);
      level.gain.exponentialRampToValueAtTime(gain * loudness, from + 0.015);
      level.gain.exponentialRampToValueAtTime(0.0001, from + seconds);
      tone.connect(level).connect(audio.destination);
      tone.start(from);
      tone.stop(from + seconds);
    }
  }
}
