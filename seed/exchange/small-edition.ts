/** A small floor in another city and another language, open for registration. */
import type { EditionSettings } from '$lib/domains/exchange/edition/edition';
import { registrationDraftForm } from '$lib/domains/exchange/registration/draft';
import { decideRegistration } from '$lib/domains/exchange/server/commands/registrations/decide-registration';
import { keepDraft } from '$lib/domains/exchange/server/commands/registrations/keep-draft';
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

const PLACES = 12;
const WAIT = 3;
const UNDECIDED = 3;
const COUNTRIES = ['FR', 'LU', 'BE'];
/** Of the demonstration's own accounts: one has begun to write, one is asked to say more. */
const DRAFTING = 'riverbend';
const ASKED = 'halden-moor';

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
      'Une première édition, à taille humaine : douze organisations d’ici et d’ailleurs échangent de l’aide contre de l’aide, sans argent.',
    mode: 'mingling',
    categories: ['hands', 'knowledge', 'means', 'space', 'network'],
    offerColour: 'blue',
    requestColour: 'purple',
    reciprocity: 'required',
    dealsPerRequest: 3,
    capacity: PLACES,
    lateRule: 'Les portes ferment une demi-heure après le premier coup de gong.',
  };
}

const guestOf = (key: string): Guest => ({
  organisation: key,
  person: OWNERS[key] ?? `${key}/owner`,
  offers: OFFERS,
  requests: REQUESTS,
});

/** A registration in every state: places, a waiting list, one to correct, some before the organiser, and a draft. */
export function smallEdition(parts: EditionParts): EditionStory {
  const story = new EditionStory(parts, 'the floor in Lyon');
  const guests = ORGANISATIONS.filter(
    ({ key, country, standing = 'verified' }) =>
      COUNTRIES.includes(country) && standing === 'verified' && key !== DRAFTING && key !== ASKED,
  )
    .toSorted((a, b) => COUNTRIES.indexOf(a.country) - COUNTRIES.indexOf(b.country))
    .slice(0, PLACES + WAIT + UNDECIDED)
    .map(({ key }) => guestOf(key));
  story.isMade(34, lyon(parts.calendar));
  story.moves(33, 9, 'open_registration');
  story.isFilled(12, [...guests, guestOf(ASKED)]);
  story.givesPlaces(9, guests, UNDECIDED);
  story.act(8, 10, 'asks for changes', () =>
    decideRegistration(story.as('admin'), story.slug, {
      registration: story.id(ASKED),
      decision: 'request_changes',
      note: 'Merci ! Dites encore combien d’heures vous offrez, et à quelle période : les associations s’organisent mieux ainsi.',
    }),
  );
  story.act(3, 15, 'somebody begins to register', () => {
    const [offer, request] = [OFFERS[0], REQUESTS[1]].map((item, index) =>
      typed(item, index === 0 ? 'offer' : 'request'),
    );
    return keepDraft(story.as(OWNERS[DRAFTING] ?? ''), story.slug, {
      ...registrationDraftForm.parse({ rev: '0', items: [offer, { ...request, unit: '', estimate: '' }] }),
      organisationId: parts.cast.organisation(DRAFTING).id,
    });
  });
  return story;
}

/** As it stands in the form, before it is sent. */
const typed = (item: SeedItem | undefined, side: 'offer' | 'request') => ({
  ...item,
  side,
  quantity: String(item?.quantity ?? ''),
  estimate: String(item?.estimate ?? ''),
  skills: [...(item?.skills ?? [])],
});
