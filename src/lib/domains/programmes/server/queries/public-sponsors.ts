/** What everyone may read of an employer: the hours of its programme, its independence, and where it gave most of a file. */
import type { Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { AppError } from '$lib/shared/app-error';
import { hoursOnMissions } from '$lib/domains/engagements/server/sponsoring/hours-on-missions';
import { publiclyPublishedAmong } from '$lib/domains/engagements/server/sponsoring/published-among';
import { missionsForWork } from '$lib/domains/missions/server/queries/mission-for-work';
import { organisationCards, type OrganisationCard } from '$lib/domains/organisations/server/queries/organisation-cards';
import { SMALLEST_GROUP, type PeriodFigures } from '../../figures';
import { INDEPENDENCE_VERSION, isNamedInPublic, type Independence } from '../../programme';
import { ProgrammeFigures, type FiguresDocument } from '../figures/figures.model';
import { SponsoredEntries } from '../statements/entry.model';
import { Programmes, type ProgrammeDocument } from '../programme.model';
import { Sponsorships, type SponsorshipDocument } from '../sponsorship.model';

export interface SponsorCard {
  slug: string;
  name: string;
  city: string;
  country: string;
  purpose: string;
  language: string;
  minutes: number;
}

/** Employers with an open programme, those with most hours first. */
export async function publicSponsors(): Promise<SponsorCard[]> {
  const open = await Programmes.find({ 'independence.version': INDEPENDENCE_VERSION }, { _id: 1 })
    .limit(500)
    .lean<Pick<ProgrammeDocument, '_id'>[]>();
  const ids = open.map(({ _id }) => _id);
  const [cards, minutes] = await Promise.all([organisationCards(ids), minutesByEmployer(ids)]);
  return [...cards.values()]
    .filter(({ state }) => state === 'verified')
    .map((card) => ({ ...pick(card), minutes: minutes.get(card.id) ?? 0 }))
    .toSorted((a, b) => b.minutes - a.minutes || a.name.localeCompare(b.name));
}

const pick = ({ slug, name, city, country, purpose, language }: OrganisationCard) => ({
  slug,
  name,
  city,
  country,
  purpose,
  language,
});

async function yearFigures(ids: readonly string[]): Promise<FiguresDocument[]> {
  return ProgrammeFigures.find({ organisationId: op({ $in: [...ids] }), period: op({ $regex: '^\\d{4}$' }) }).lean<
    FiguresDocument[]
  >();
}

async function minutesByEmployer(ids: readonly string[]): Promise<Map<string, number>> {
  const totals = new Map<string, number>();
  for (const { organisationId, figures } of await yearFigures(ids))
    totals.set(organisationId, (totals.get(organisationId) ?? 0) + (figures?.minutes ?? 0));
  return totals;
}

export interface PublicOutcomeLink {
  slug: string;
  title: string;
  language: string;
  file: string;
  /** Of all hours verified on this file's mission, the share that this employer gave; above a half there is a warning. */
  share: number;
}

export interface SponsorPage extends SponsorCard {
  /** In the language in which it was signed. */
  independence: Pick<Independence, 'name' | 'at' | 'text' | 'locale'>;
  years: { year: string; minutes: number; people: number | null }[];
  outcomes: PublicOutcomeLink[];
  causes: { key: string; minutes: number }[];
}

/** @throws AppError not_found for employers that are not verified or have no open programme */
export async function sponsorPage(_ctx: Context, slug: string): Promise<SponsorPage> {
  const open = await Programmes.find({ 'independence.version': INDEPENDENCE_VERSION }).lean<ProgrammeDocument[]>();
  const cards = await organisationCards(open.map(({ _id }) => _id));
  const card = [...cards.values()].find((each) => each.slug === slug && each.state === 'verified');
  const programme = open.find(({ _id }) => _id === card?.id);
  if (!card || !programme?.independence) throw new AppError('not_found', 'error_not_found');
  const figures = await yearFigures([card.id]);
  const { name, at, text, locale } = programme.independence;
  return {
    ...pick(card),
    minutes: figures.reduce((sum, each) => sum + (each.figures?.minutes ?? 0), 0),
    independence: { name, at, text, locale },
    years: figures.map(toYear).toSorted((a, b) => (a.year < b.year ? 1 : -1)),
    outcomes: isNamedInPublic(programme) ? await outcomesOf(card.id) : [],
    causes: causesOf(figures),
  };
}

function toYear({ period, figures }: FiguresDocument) {
  const people = figures?.people ?? 0;
  return { year: period, minutes: figures?.minutes ?? 0, people: people >= SMALLEST_GROUP ? people : null };
}

/** Groups of fewer than five were hidden when the figures were folded. */
function causesOf(figures: readonly FiguresDocument[]): { key: string; minutes: number }[] {
  const totals = new Map<string, number>();
  const groups = figures.flatMap(({ figures: each }) => (each as PeriodFigures | null)?.byCause ?? []);
  for (const { key, minutes } of groups) if (minutes !== null) totals.set(key, (totals.get(key) ?? 0) + minutes);
  return [...totals].map(([key, minutes]) => ({ key, minutes })).toSorted((a, b) => b.minutes - a.minutes);
}

const SHOWN_OUTCOMES = 30;

/** Public outcomes whose volunteer lets her employer be named with the mission. */
async function outcomesOf(organisationId: string): Promise<PublicOutcomeLink[]> {
  const shown = await Sponsorships.find(
    { organisationId, showsMission: true, usedMinutes: op({ $gt: 0 }) },
    { missionId: 1 },
  ).lean<Pick<SponsorshipDocument, '_id' | 'missionId'>[]>();
  const published = (await publiclyPublishedAmong(shown.map(({ _id }) => _id))).slice(0, SHOWN_OUTCOMES);
  const ids = [...new Set(published.map(({ missionId }) => missionId))];
  const [missions, all, given] = await Promise.all([
    missionsForWork(ids),
    hoursOnMissions(ids),
    minutesGiven(organisationId, ids),
  ]);
  return ids.flatMap((id) => {
    const mission = missions.get(id);
    if (!mission) return [];
    const { slug, title, language, file } = mission;
    const total = all.get(id) ?? 0;
    const share = total > 0 ? (given.get(id) ?? 0) / total : 0;
    return [{ slug, title, language, file: file.reference || file.title, share }];
  });
}

async function minutesGiven(organisationId: string, missionIds: readonly string[]): Promise<Map<string, number>> {
  const found = await SponsoredEntries.find(
    { missionId: op({ $in: [...missionIds] }), organisationId },
    { missionId: 1, minutes: 1 },
  ).lean<{ missionId: string; minutes: number }[]>();
  const totals = new Map<string, number>();
  for (const { missionId, minutes } of found) totals.set(missionId, (totals.get(missionId) ?? 0) + minutes);
  return totals;
}
