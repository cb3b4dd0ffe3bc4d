/** Invents a volunteer: a trade, a place, a life, and a profile in which they agree. */
import { CITIES } from '$lib/domains/skills/cities';
import { cityName, type CountryCode } from '$lib/domains/skills/place';
import type { Track } from '$lib/domains/volunteers/volunteer';
import { isoDay } from '$lib/shared/dates';
import type { Locale } from '$lib/shared/locale';
import type { Calendar } from '../engine/calendar';
import type { Chance } from '../engine/chance';
import type { PostedSections, SeedVolunteer } from './seed-volunteer';
import { SPECIALITIES } from './specialities';
import type { Speciality } from './speciality';
import { spokenBy } from './spoken-languages';
import { bioOf, headlineOf, type Life } from './volunteer-words';
import { COMPANIES, EMPLOYERS } from './words';

type Range = readonly [least: number, most: number];

const YEARS: Record<Track, Range> = { student: [1, 3], professional: [3, 26], academic: [4, 24], retired: [28, 40] };
const HOURS: Record<Track, Range> = { student: [4, 10], professional: [2, 6], academic: [2, 6], retired: [5, 14] };
/** Added to the level that somebody in mid-career has. */
const SENIORITY: Record<Track, number> = { student: -1, professional: 0, academic: 0, retired: 1 };

const SUPERVISORS = [
  'Anneke Rooswinkel',
  'Bertil Ahlgren',
  'Chiara Montefalco',
  'Dorota Wilk',
  'Miguel Arcos',
  'Ruth Abendroth',
  'Sean Fallon',
  'Solange Lanoye',
];
const WEIGHTED_SPECIALITIES = SPECIALITIES.map((each) => [each, each.weight] as const);
const VISIBILITIES = [
  ['everyone', 48],
  ['ngos', 38],
  ['applied', 14],
] as const;
const FILES = [
  '2021/0106(COD)',
  '2022/0051(COD)',
  '2022/0396(COD)',
  '2023/0085(COD)',
  '2023/0232(COD)',
  '2023/0447(COD)',
];

/** Belgian cities where few people speak the language. */
const FOREIGN_TONGUE: Partial<Record<Locale, readonly string[]>> = {
  nl: ['liege', 'namur', 'charleroi', 'louvain-la-neuve'],
  fr: ['antwerp', 'ghent', 'bruges', 'leuven'],
};

export interface Inventing {
  calendar: Calendar;
  chance: Chance;
  country: CountryCode;
  locale: Locale;
  isWoman: boolean;
  /** Drawn by weight unless given. */
  speciality?: Speciality;
}

export function inventVolunteer(inventing: Inventing): SeedVolunteer {
  const { calendar, chance, country, locale, isWoman } = inventing;
  const speciality = inventing.speciality ?? chance.weighted(WEIGHTED_SPECIALITIES);
  const track = chance.weighted(speciality.tracks);
  const years = chance.int(...YEARS[track]);
  const cities = CITIES.filter((each) => each.country === country && !FOREIGN_TONGUE[locale]?.includes(each.slug));
  const city = chance.weighted(cities.map((each, index) => [each, 1 / (index + 1)] as const));
  const spoken = spokenBy(country, locale, chance);
  const life: Life = { locale, isWoman, track, years, city: cityName(city.slug, locale), spoken };
  const staysClose = chance.is(0.15);
  const sections: PostedSections = {
    about: aboutOf(speciality, life, chance),
    skills: { skills: skillsOf(speciality, life, chance) },
    languages: { languages: spoken.map(([code, level]) => ({ code, level })) },
    place: {
      country,
      citySlug: city.slug,
      remote: staysClose ? '' : 'on',
      radiusKm: staysClose || chance.is(0.35) ? String(chance.pick([25, 50, 80, 120, 200])) : '',
    },
    causes: {
      causes: chance.some(speciality.causes, chance.int(1, 3)),
      showCauses: chance.is(0.6) ? 'on' : '',
    },
  };
  if (chance.is(0.95)) sections.availability = availabilityOf(calendar, HOURS[track], chance);
  const isLicensed = track === 'professional' && chance.is(0.8);
  const year = String(calendar.today.getUTCFullYear() - years);
  sections.licences = {
    jurisdictions: [country, ...(chance.is(0.6) ? ['EU'] : [])],
    licences: isLicensed && speciality.licence ? [{ kind: speciality.licence, jurisdiction: country, year }] : [],
  };
  if (chance.is(0.18)) sections.interests = { interests: [interestOf(calendar, chance)] };
  else if (chance.is(0.5)) sections.interests = { nothing: 'on' };
  const visibility = chance.weighted(VISIBILITIES);
  if (visibility !== 'ngos') sections.visibility = { visibility };
  return { country, locale, sector: speciality.sector, sections };
}

function aboutOf(speciality: Speciality, life: Life, chance: Chance): Record<string, string> {
  const { track } = life;
  const isEmployed = track === 'professional' || track === 'academic';
  const employers = EMPLOYERS[track === 'academic' ? 'research' : speciality.sector];
  return {
    headline: headlineOf(speciality, life, chance),
    bio: chance.is(0.1) ? '' : bioOf(speciality, life, chance),
    track,
    employerName: isEmployed && chance.is(0.45) ? chance.pick(employers) : '',
    ...(track === 'student' ? supervisorOf(chance) : {}),
  };
}

function supervisorOf(chance: Chance): { supervisorName: string; supervisorEmail: string } {
  const name = chance.pick(SUPERVISORS);
  return {
    supervisorName: `Prof. ${name}`,
    supervisorEmail: `${name.toLowerCase().replace(' ', '.')}@northgate.example`,
  };
}

/** As the picker posts them: `eu-law:3`. */
function skillsOf({ core, more }: Speciality, { track, years }: Life, chance: Chance): string[] {
  const seniority = SENIORITY[track] + (years > 18 ? 1 : years < 5 ? -1 : 0);
  const bounded = (level: number) => Math.max(1, Math.min(4, level));
  return [
    ...core.map(([slug, level]) => `${slug}:${bounded(level + seniority + (chance.is(0.2) ? 1 : 0))}`),
    ...chance.some(more, chance.int(2, 5)).map((slug) => `${slug}:${bounded(2 + seniority + chance.int(-1, 1))}`),
  ];
}

const dayOf = (at: Date) => isoDay(at, 'UTC');

function availabilityOf(calendar: Calendar, hours: Range, chance: Chance): Record<string, string> {
  return {
    hoursPerWeek: String(chance.int(...hours)),
    availableFrom: chance.is(0.12) ? dayOf(calendar.day(chance.int(10, 60))) : '',
    availableUntil: chance.is(0.15) ? dayOf(calendar.day(chance.int(90, 330))) : '',
  };
}

function interestOf(calendar: Calendar, chance: Chance): Record<string, string> {
  const kind = chance.pick(['client', 'employer', 'file'] as const);
  return {
    kind,
    name: chance.pick(kind === 'file' ? FILES : COMPANIES),
    until: chance.is(0.5) ? dayOf(calendar.day(-chance.int(20, 500))) : '',
  };
}
