/** How much is asked and how much is there, where both are counted in the same unit; hours are hours in three languages. Pure. */
import { contentWords } from './content-words';

const SAME: readonly (readonly string[])[] = [
  ['hour', 'heure', 'uur', 'uren', 'h'],
  ['day', 'jour', 'journee', 'dag', 'dagen'],
  ['half-day', 'demi-journee', 'dagdeel'],
  ['morning', 'matinee', 'voormiddag', 'ochtend'],
  ['evening', 'soiree', 'soir', 'avond'],
  ['week', 'semaine', 'weken'],
  ['month', 'mois', 'maand'],
  ['person', 'people', 'personne', 'persoon', 'personen', 'mensen'],
  ['place', 'plaats'],
  ['piece', 'stuk', 'stuks'],
];

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').trim().toLowerCase();
/** With the usual endings of several: hours, avonden, plaatsen. */
const isOf = (word: string, unit: string) => [word, `${word}s`, `${word}en`].includes(unit);

/** The same text for units that mean the same; '' where there is none. */
export function unitKey(unit: string): string {
  const word = plain(unit);
  const known = SAME.find((words) => words.some((one) => isOf(one, word)));
  return known?.[0] ?? contentWords(unit)[0]?.stem ?? word;
}

export interface Amount {
  quantity: number;
  unit: string;
}

/** The share of what is asked that the offer covers, at most 1; null where the two are counted differently. */
export function coveredShare(offer: Amount, request: Amount): number | null {
  if (offer.quantity <= 0 || request.quantity <= 0) return null;
  const key = unitKey(request.unit);
  return key !== '' && key === unitKey(offer.unit) ? Math.min(1, offer.quantity / request.quantity) : null;
}
