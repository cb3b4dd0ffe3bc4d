/** A volunteer in words, as lists and pages show her. */
import { m } from '$lib/paraglide/messages.js';
import { formatDay } from '$lib/shared/dates';
import type { Locale } from '$lib/shared/locale';
import { cityName, countryName } from '$lib/domains/skills/place';
import type { Track } from './volunteer';

export function trackWords(track: Track): string {
  switch (track) {
    case 'professional':
      return m.volunteer_track_professional();
    case 'academic':
      return m.volunteer_track_academic();
    case 'student':
      return m.volunteer_track_student();
    case 'retired':
      return m.volunteer_track_retired();
  }
}

interface Time {
  hoursPerWeek: number | null;
  /** Days as `2027-03-12`. */
  availableFrom: string | null;
  availableUntil: string | null;
}

/** "6 hours a week, until 12 March 2027"; empty when nothing was said. */
export function timeWords({ hoursPerWeek, availableFrom, availableUntil }: Time, locale: Locale): string {
  if (hoursPerWeek === null) return '';
  const day = (iso: string) => formatDay(new Date(`${iso}T00:00:00Z`), locale, 'UTC');
  const hours = hoursPerWeek === 0 ? m.volunteer_hours_none() : m.volunteer_hours_week({ count: hoursPerWeek });
  return [
    hours,
    ...(availableFrom ? [m.volunteer_free_from({ day: day(availableFrom) })] : []),
    ...(availableUntil ? [m.volunteer_free_until({ day: day(availableUntil) })] : []),
  ].join(', ');
}

interface Place {
  country: string | null;
  citySlug: string | null;
  remote: boolean;
  radiusKm: number | null;
}

/** "Brussels, Belgium, works from a distance"; empty when nothing was said. */
export function placeWords({ country, citySlug, remote, radiusKm }: Place, locale: Locale): string {
  return [
    ...(citySlug ? [cityName(citySlug, locale)] : []),
    ...(country ? [countryName(country, locale)] : []),
    ...(remote ? [m.volunteer_place_remote()] : []),
    ...(radiusKm ? [m.volunteer_place_radius({ km: radiusKm })] : []),
  ].join(', ');
}

/** "usually within 6 hours". */
export function replyWords(hours: number): string {
  const time =
    hours < 48
      ? m.volunteer_replies_hours({ count: Math.max(1, Math.ceil(hours)) })
      : m.volunteer_replies_days({ count: Math.ceil(hours / 24) });
  return m.volunteer_replies_median({ time });
}

export function hoursBandWords(band: string): string {
  switch (band) {
    case '2':
      return m.volunteer_hours_band_2();
    case '5':
      return m.volunteer_hours_band_5();
    case '10':
      return m.volunteer_hours_band_10();
    default:
      return m.volunteer_hours_band_more();
  }
}
