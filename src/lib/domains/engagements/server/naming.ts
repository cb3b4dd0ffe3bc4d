/** The names behind the ids of applications, invitations and engagements, as the reader may know them. */
import { m } from '$lib/paraglide/messages.js';
import type { Context } from '$lib/server/context';
import { personCards } from '$lib/domains/accounts/server/queries/person-cards';
import { openSeats, type Mission } from '$lib/domains/missions/mission';
import { sightOf } from '$lib/domains/missions/mission.policy';
import { viewerOfMissions } from '$lib/domains/missions/server/mission-access';
import { missionsForWork } from '$lib/domains/missions/server/queries/mission-for-work';
import { organisationCards } from '$lib/domains/organisations/server/queries/organisation-cards';

import { isNameWithheld, type ConflictCheck } from '../application/application';

interface Named {
  missionId: string;
  roleId: string;
  organisationId: string;
  personId: string;
  /** Of an application: while a possible conflict is undecided, the NGO does not learn who it is. */
  conflict?: Pick<ConflictCheck, 'state'> | null;
}

export interface Names {
  mission: { id: string; slug: string; title: string; language: string; deadline: string };
  role: { id: string; title: string; hours: number; openSeats: number };
  /** Null while the reader may not know which NGO it is. */
  ngo: { slug: string; name: string } | null;
  volunteer: { id: string; name: string };
}

/** A mission that needs clearing is not named to somebody who was not cleared; everything else is named to its parties. */
function isWithheld(mission: Mission, viewer: Parameters<typeof sightOf>[1]): boolean {
  return mission.confidentiality === 'cleared' && sightOf(mission, viewer, true) !== 'full';
}

/** Reads all names of a list at once. The caller has decided that `ctx` may see each of them. */
export async function namesOf(ctx: Context, items: readonly Named[]): Promise<(item: Named) => Names> {
  const [missions, organisations, people, viewerOf] = await Promise.all([
    missionsForWork(items.map(({ missionId }) => missionId)),
    organisationCards(items.map(({ organisationId }) => organisationId)),
    personCards(items.map(({ personId }) => personId)),
    viewerOfMissions(ctx),
  ]);
  return ({ missionId, roleId, organisationId, personId, conflict = null }) => {
    const nameless = isNameWithheld({ conflict }) && ctx.actor?.personId !== personId;
    const mission = missions.get(missionId);
    const organisation = organisations.get(organisationId);
    const role = mission?.roles.find(({ id }) => id === roleId);
    const withheld = mission !== undefined && isWithheld(mission, viewerOf(organisationId));
    return {
      mission: {
        id: missionId,
        slug: mission?.slug ?? missionId,
        title: withheld || !mission ? m.mission_confidential_title() : mission.title,
        language: withheld || !mission ? ctx.locale : mission.language,
        deadline: mission?.deadline.toISOString() ?? '',
      },
      role: {
        id: roleId,
        title: role?.title ?? m.engagement_role_gone(),
        hours: role?.hours ?? 0,
        openSeats: role ? openSeats(role) : 0,
      },
      ngo: withheld || !organisation ? null : { slug: organisation.slug, name: organisation.name },
      volunteer: nameless
        ? { id: '', name: m.application_name_withheld() }
        : { id: personId, name: people.get(personId)?.name ?? m.account_deleted_person() },
    };
  };
}
