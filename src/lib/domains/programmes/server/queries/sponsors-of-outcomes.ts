/** Who sponsored what became an outcome, for everyone: named only where the employer's programme and the volunteer allow it. */
import { hoursOnMissions } from '$lib/domains/engagements/server/sponsoring/hours-on-missions';
import { organisationCards } from '$lib/domains/organisations/server/queries/organisation-cards';
import { op } from '$lib/server/mongo';
import { isNamedInPublic, MOST_OF_A_FILE } from '../../programme';
import { Programmes, type ProgrammeDocument } from '../programme.model';
import { Sponsorships, type SponsorshipDocument } from '../sponsorship.model';
import { SponsoredEntries, type SponsoredEntry } from '../statements/entry.model';

/** Null where it is not named. */
export type PublicEmployer = { name: string; slug: string } | null;

export interface OutcomeSponsor {
  employer: PublicEmployer;
  minutes: number;
}

type Counted = Pick<SponsoredEntry, 'organisationId' | 'sponsorshipId' | 'minutes'>;
const FIELDS = { organisationId: 1, sponsorshipId: 1, minutes: 1 } as const;

/** By the id of the work; what nobody sponsored is left out. */
export async function sponsorsOfWork(workIds: readonly string[]): Promise<Map<string, OutcomeSponsor>> {
  const entries = await SponsoredEntries.find({ sponsorshipId: op({ $in: [...workIds] }) }, FIELDS).lean<Counted[]>();
  const employerOf = await publicEmployers(entries);
  const sponsors = new Map<string, OutcomeSponsor>();
  for (const { sponsorshipId, minutes } of entries) {
    const known = sponsors.get(sponsorshipId)?.minutes ?? 0;
    sponsors.set(sponsorshipId, { employer: employerOf(sponsorshipId), minutes: known + minutes });
  }
  return sponsors;
}

/** The employer that gave more than half of all hours verified on a mission; null where none did. */
export async function mainSponsorOf(missionId: string): Promise<{ employer: PublicEmployer; share: number } | null> {
  const entries = await SponsoredEntries.find({ missionId }, FIELDS).lean<Counted[]>();
  const totals = new Map<string, number>();
  for (const { organisationId, minutes } of entries)
    totals.set(organisationId, (totals.get(organisationId) ?? 0) + minutes);
  const all = (await hoursOnMissions([missionId])).get(missionId) ?? 0;
  const [most] = [...totals].toSorted(([, a], [, b]) => b - a);
  if (!most || all === 0 || most[1] / all <= MOST_OF_A_FILE) return null;
  const employerOf = await publicEmployers(entries);
  const hers = entries.filter(({ organisationId }) => organisationId === most[0]);
  const named = hers.map(({ sponsorshipId }) => employerOf(sponsorshipId)).find((each) => each !== null);
  return { employer: named ?? null, share: most[1] / all };
}

async function publicEmployers(entries: readonly Counted[]): Promise<(sponsorshipId: string) => PublicEmployer> {
  const ids = [...new Set(entries.map(({ organisationId }) => organisationId))];
  const [cards, programmes, shown] = await Promise.all([
    organisationCards(ids),
    Programmes.find({ _id: op({ $in: ids }) }, { publicName: 1 }).lean<
      Pick<ProgrammeDocument, '_id' | 'publicName'>[]
    >(),
    Sponsorships.find(
      { _id: op({ $in: entries.map(({ sponsorshipId }) => sponsorshipId) }), showsMission: true },
      { organisationId: 1 },
    ).lean<Pick<SponsorshipDocument, '_id' | 'organisationId'>[]>(),
  ]);
  const open = new Set(programmes.filter(isNamedInPublic).map(({ _id }) => _id));
  const employerOf = new Map(shown.map(({ _id, organisationId }) => [_id, organisationId]));
  return (sponsorshipId) => {
    const card = cards.get(employerOf.get(sponsorshipId) ?? '');
    return card?.state === 'verified' && open.has(card.id) ? { name: card.name, slug: card.slug } : null;
  };
}
