/** A small floor in another city and another language, open for registration. */
import type { EditionSettings } from '$lib/domains/exchange/edition/edition';
import { instantIn } from '$lib/domains/missions/deadline';
import { isoDay } from '$lib/shared/dates';
import type { Calendar } from '../engine/calendar';
import { ORGANISATIONS } from '../organisations/all-organisations';
import { OWNERS } from '../people/demo-people';
import { EditionStory, type EditionParts } from './edition-acts';
import type { Guest } from './guests';
import type { SeedItem } from './trades';

const OFFERS: readonly SeedItem[] = [
  {
    category: 'knowledge',
    title: 'Une soirée sur l’accès aux documents',
    text: 'Comment demander un document public, à qui, et que faire en cas de refus ; avec des exemples vécus.',
    quantity: 3,
    unit: 'heures',
    period: 'au printemps',
    estimate: 300,
    skills: ['access-to-documents'],
  },
  {
    category: 'network',
    title: 'Un article dans notre lettre',
    text: 'Trois mille personnes la lisent chaque mois ; nous écrivons le texte avec vous et prenons la photo.',
    quantity: 1,
    unit: 'article',
    period: 'à convenir',
    estimate: 350,
  },
  {
    category: 'hands',
    title: 'Une journée dehors avec nos bénévoles',
    text: 'Votre équipe plante, compte ou répare avec nous, et comprend pourquoi. Outils et repas fournis.',
    quantity: 12,
    unit: 'places',
    period: 'mai ou octobre',
    estimate: 600,
  },
  {
    category: 'space',
    title: 'Notre salle de réunion en soirée',
    text: 'Vingt places, un écran, une cafetière, à deux pas de la gare, tous les soirs sauf le mardi.',
    quantity: 5,
    unit: 'soirées',
    period: 'toute l’année',
    estimate: 400,
  },
];
const REQUESTS: readonly SeedItem[] = [
  {
    category: 'knowledge',
    title: 'Une juriste pour nos statuts',
    text: 'Ils datent de 2003 et la loi a changé. Une demi-journée de lecture et une heure d’explication.',
    quantity: 6,
    unit: 'heures',
    period: 'avant juin',
    estimate: 900,
    skills: ['nonprofit-law'],
  },
  {
    category: 'means',
    title: 'Des ordinateurs portables',
    text: 'Six machines qui peuvent encore servir quelques années, pour les bénévoles qui tiennent la permanence.',
    quantity: 6,
    unit: 'ordinateurs',
    period: 'avant l’été',
    estimate: 1500,
  },
  {
    category: 'hands',
    title: 'Des bras pour un déménagement',
    text: 'Nos archives traversent deux rues ; il faut une camionnette et quatre personnes pour une matinée.',
    quantity: 4,
    unit: 'personnes',
    period: 'en juillet',
    estimate: 400,
  },
];

function lyon(calendar: Calendar): EditionSettings {
  const day = isoDay(calendar.day(63));
  return {
    name: 'Bourse d’échange de Lyon',
    city: 'Lyon',
    venue: 'Salle des Traboules, 3 montée du Lin',
    startsAt: instantIn(day, '17:30', 'Europe/Paris'),
    endsAt: instantIn(day, '19:30', 'Europe/Paris'),
    timeZone: 'Europe/Paris',
    intro:
      'Une première édition, à taille humaine : quarante organisations de la métropole échangent de l’aide contre de l’aide, sans argent.',
    mode: 'mingling',
    categories: ['hands', 'knowledge', 'means', 'space', 'network'],
    offerColour: 'blue',
    requestColour: 'purple',
    reciprocity: 'required',
    dealsPerRequest: 3,
    capacity: 40,
    lateRule: 'Les portes ferment une demi-heure après le premier coup de gong.',
  };
}

/** Most have a place, the last ones wait for the organiser. */
export function smallEdition(parts: EditionParts): EditionStory {
  const story = new EditionStory(parts, 'the floor in Lyon');
  const guests: Guest[] = ORGANISATIONS.filter(
    ({ country, standing = 'verified' }) => country === 'FR' && standing === 'verified',
  ).map(({ key }) => ({
    organisation: key,
    person: OWNERS[key] ?? `${key}/owner`,
    offers: OFFERS,
    requests: REQUESTS,
  }));
  story.isMade(34, lyon(parts.calendar));
  story.moves(33, 9, 'open_registration');
  story.isFilled(12, guests);
  story.givesPlaces(9, guests, 3);
  return story;
}
