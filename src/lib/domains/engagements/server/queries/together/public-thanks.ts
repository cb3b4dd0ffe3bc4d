/** Thanks that both agreed to, for everyone: of missions that are public, and without the name of whoever is not named. */
import { personCards } from '$lib/domains/accounts/server/queries/person-cards';
import { missionsForWork } from '$lib/domains/missions/server/queries/mission-for-work';
import { organisationCards } from '$lib/domains/organisations/server/queries/organisation-cards';
import { isPublicState } from '$lib/domains/missions/mission-state';
import { op } from '$lib/server/mongo';
import type { Party } from '../../../engagement/engagement';
import { Engagements, type EngagementDocument } from '../../engagement.model';

export interface PublicThanks {
  /** Of the engagement. */
  id: string;
  by: Party;
  text: string;
  /** Who says it; null for a volunteer who is not named. */
  from: string | null;
  organisation: { slug: string; name: string };
  mission: { slug: string; title: string; language: string };
  /** ISO instant. */
  at: string;
}

const MOST = 12;
const agreed = () => op({ $ne: null });

/** What NGOs say about a volunteer, the latest first: on her profile, for whoever may see it. */
export async function thanksToVolunteer(personId: string): Promise<PublicThanks[]> {
  return toPublic(
    await Engagements.find({ personId, 'thanks.ngo.agreedAt': agreed() }).lean<EngagementDocument[]>(),
    'ngo',
  );
}

/** What volunteers say about an NGO, the latest first. */
export async function thanksToOrganisation(organisationId: string): Promise<PublicThanks[]> {
  return toPublic(
    await Engagements.find({ organisationId, 'thanks.volunteer.agreedAt': agreed() }).lean<EngagementDocument[]>(),
    'volunteer',
  );
}

/** Both, of one mission, by engagement: on the page of its outcome. */
export async function thanksOnMission(missionId: string): Promise<PublicThanks[]> {
  const found = await Engagements.find({ missionId, state: 'closed', thanks: op({ $ne: null }) }).lean<
    EngagementDocument[]
  >();
  return [...(await toPublic(found, 'ngo')), ...(await toPublic(found, 'volunteer'))];
}

async function toPublic(engagements: readonly EngagementDocument[], by: Party): Promise<PublicThanks[]> {
  const [missions, organisations, people] = await Promise.all([
    missionsForWork(engagements.map(({ missionId }) => missionId)),
    organisationCards(engagements.map(({ organisationId }) => organisationId)),
    personCards(engagements.map(({ personId }) => personId)),
  ]);
  return engagements
    .flatMap((engagement): PublicThanks[] => {
      const said = engagement.thanks?.[by];
      const mission = missions.get(engagement.missionId);
      const organisation = organisations.get(engagement.organisationId);
      if (!said?.agreedAt || !organisation || mission?.confidentiality !== 'public') return [];
      if (!isPublicState(mission.state)) return [];
      const volunteer = engagement.credit === 'named' ? (people.get(engagement.personId)?.name ?? null) : null;
      return [
        {
          ...{ id: engagement._id, by, text: said.text, at: said.agreedAt.toISOString() },
          from: by === 'ngo' ? organisation.name : volunteer,
          organisation: { slug: organisation.slug, name: organisation.name },
          mission: { slug: mission.slug, title: mission.title, language: mission.language },
        },
      ];
    })
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, MOST);
}
