/** Whether and how an employer sponsors some pieces of work: what their charters and hours need to know. */
import type { WorkSponsorship } from '$lib/domains/engagements/server/sponsoring/sponsor-port';
import { organisationCards } from '$lib/domains/organisations/server/queries/organisation-cards';
import { op } from '$lib/server/mongo';
import { isNamedInPublic } from '../../programme';
import { firstDayOf, type SponsorshipState } from '../../sponsorship';
import { Programmes, type ProgrammeDocument } from '../programme.model';
import { Sponsorships, type SponsorshipDocument } from '../sponsorship.model';

/** By the id of the work; what was refused, lapsed or withdrawn unapproved is left out. */
export async function sponsorshipsOfWork(workIds: readonly string[]): Promise<Map<string, WorkSponsorship>> {
  const found = await Sponsorships.find({
    _id: op({ $in: [...workIds] }),
    state: op({ $nin: ['refused', 'lapsed'] as SponsorshipState[] }),
  }).lean<SponsorshipDocument[]>();
  const known = found.filter(({ state, year }) => state === 'requested' || year !== null);
  if (known.length === 0) return new Map();
  const employers = [...new Set(known.map(({ organisationId }) => organisationId))];
  const [cards, programmes] = await Promise.all([
    organisationCards(employers),
    Programmes.find({ _id: op({ $in: employers }) }, { independence: 1, publicName: 1 }).lean<ProgrammeDocument[]>(),
  ]);
  const programmeOf = new Map(programmes.map((each) => [each._id, each]));
  return new Map(
    known.map((each) => {
      const programme = programmeOf.get(each.organisationId);
      const { independence } = programme ?? {};
      return [
        each._id,
        {
          employer: cards.get(each.organisationId)?.name ?? '',
          state: each.state === 'requested' || each.state === 'approved' ? each.state : 'ended',
          minutes: each.minutes,
          usedMinutes: each.usedMinutes,
          fromDay: firstDayOf(each),
          isPublic: each.showsMission && programme !== undefined && isNamedInPublic(programme),
          signed: independence ? { name: independence.name, at: independence.at } : null,
        },
      ];
    }),
  );
}
