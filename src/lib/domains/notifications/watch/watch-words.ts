/** The words of saved searches. */
import { m } from '$lib/paraglide/messages.js';
import { RHYTHMS, type Rhythm } from './saved-search';

const NAMES: Record<Rhythm, () => string> = {
  now: m.watch_rhythm_now,
  daily: m.watch_rhythm_daily,
  weekly: m.watch_rhythm_weekly,
  none: m.watch_rhythm_none,
};

export function rhythmName(rhythm: Rhythm): string {
  return NAMES[rhythm]();
}

export function rhythmChoices(): { value: Rhythm; label: string }[] {
  return RHYTHMS.map((value) => ({ value, label: rhythmName(value) }));
}
