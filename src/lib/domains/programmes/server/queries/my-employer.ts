/** What somebody sees of her own sponsored hours: her employer, what she asked for, what she could ask for. */
import { requireActor, type Context } from '$lib/server/context';
import { personContact } from '$lib/domains/accounts/server/queries/person-contact';
import { openWorkOf } from '$lib/domains/engagements/server/sponsoring/work-record';
import { missionsForWork } from '$lib/domains/missions/server/queries/mission-for-work';
import { organisationCards } from '$lib/domains/organisations/server/queries/organisation-cards';
import type { Approval } from '../../programme';
import type { OwnSponsorship, RequestItem, SponsorableItem, SponsorshipState } from '../../sponsorship';
import { staffOf } from '../access';
import { SponsoredEntries } from '../statements/entry.model';
import { sponsorOf, whyNotSponsored } from '../sponsorable';
import { Sponsorships, type SponsorshipDocument } from '../sponsorship.model';
import { employersForAddress } from '../staff/employers-for-address';
import { waitingForManager } from './requests-of';

export interface MyEmployer {
  /** Null for whoever has none here. */
  employer: {
    name: string;
    slug: string;
    team: string;
    managerEmail: string;
    since: Date | null;
    isOpen: boolean;
    approval: Approval | null;
    capMinutes: number;
    freeMinutes: number;
    independence: string;
  } | null;
  /** Employers whose domain her confirmed address lies in. */
  mayJoin: { id: string; name: string; city: string }[];
  sponsorships: OwnSponsorship[];
  sponsorable: SponsorableItem[];
  waiting: RequestItem[];
  /** Years for which there is a statement. */
  years: number[];
}

export async function myEmployer(ctx: Context): Promise<MyEmployer> {
  const { personId, confirmed } = requireActor(ctx);
  const [staff, sponsor, contact, own, waiting, days] = await Promise.all([
    staffOf(personId),
    sponsorOf(personId, ctx.now),
    personContact(personId),
    Sponsorships.find({ personId }).sort({ requestedAt: -1 }).limit(100).lean<SponsorshipDocument[]>(),
    waitingForManager(ctx),
    SponsoredEntries.distinct('day', { personId }),
  ]);
  const reachable = !staff && confirmed && contact ? await employersForAddress(contact.email) : [];
  const cards = await organisationCards([
    ...own.map(({ organisationId }) => organisationId),
    ...(staff ? [staff.organisationId] : []),
  ]);
  const missions = await missionsForWork(own.map(({ missionId }) => missionId));
  const home = staff && cards.get(staff.organisationId);
  return {
    employer: home
      ? {
          name: home.name,
          slug: home.slug,
          team: staff.team,
          managerEmail: staff.managerEmail,
          since: staff.joinedAt,
          isOpen: sponsor !== null,
          approval: sponsor?.programme.approval ?? null,
          capMinutes: sponsor?.programme.capMinutes ?? 0,
          freeMinutes: sponsor?.freeMinutes ?? 0,
          independence: sponsor?.programme.independence?.text ?? '',
        }
      : null,
    mayJoin: reachable.map(({ id, name, city }) => ({ id, name, city })),
    sponsorships: own.map((each) => ({
      id: each._id,
      employer: cards.get(each.organisationId)?.name ?? '',
      mission: missions.get(each.missionId)?.title ?? '',
      language: missions.get(each.missionId)?.language,
      role: each.roleTitle,
      state: each.state,
      minutes: each.minutes,
      usedMinutes: each.usedMinutes,
      showsMission: each.showsMission,
      reason: each.reason,
      decidedBy: each.decidedByName,
      dueAt: each.dueAt,
      requestedAt: each.requestedAt,
    })),
    sponsorable: sponsor ? await sponsorableOf(personId, sponsor, own) : [],
    waiting,
    years: [...new Set(days.map((day) => Number(day.slice(0, 4))))].toSorted((a, b) => b - a),
  };
}

const MAY_ASK_AGAIN: readonly SponsorshipState[] = ['lapsed', 'withdrawn'];

async function sponsorableOf(
  personId: string,
  sponsor: NonNullable<Awaited<ReturnType<typeof sponsorOf>>>,
  own: readonly SponsorshipDocument[],
): Promise<SponsorableItem[]> {
  const taken = new Set(own.filter(({ state }) => !MAY_ASK_AGAIN.includes(state)).map(({ _id }) => _id));
  const open = (await openWorkOf(personId)).filter(({ id }) => !taken.has(id));
  const missions = await missionsForWork(open.map(({ missionId }) => missionId));
  const ngos = await organisationCards([...missions.values()].map(({ organisationId }) => organisationId));
  return open.flatMap(({ id, missionId, roleId }) => {
    const mission = missions.get(missionId);
    const role = mission?.roles.find((each) => each.id === roleId);
    if (!mission || !role) return [];
    const refusal = whyNotSponsored(sponsor, mission, ngos.get(mission.organisationId)?.name ?? '');
    const { title, language } = mission;
    return [{ id, mission: title, language, role: role.title, hours: role.hours ?? 1, refusal }];
  });
}

/** For the page where one applies: the employer that could sponsor this mission, or why it does not. */
export interface SponsorOffer {
  employer: string;
  freeHours: number;
  capHours: number;
  approval: Approval;
  refusal: string | null;
}

export async function sponsorOffer(ctx: Context, missionId: string): Promise<SponsorOffer | null> {
  const sponsor = ctx.actor ? await sponsorOf(ctx.actor.personId, ctx.now) : null;
  const mission = sponsor && (await missionsForWork([missionId])).get(missionId);
  if (!sponsor || !mission) return null;
  const ngo = (await organisationCards([mission.organisationId])).get(mission.organisationId);
  return {
    employer: sponsor.employer.name,
    freeHours: Math.floor(sponsor.freeMinutes / 60),
    capHours: Math.floor(sponsor.programme.capMinutes / 60),
    approval: sponsor.programme.approval,
    refusal: whyNotSponsored(sponsor, mission, ngo?.name ?? ''),
  };
}
