/** Whether somebody's employer could sponsor a piece of work, and what a request then says of it. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { workRecord, type WorkRecord } from '$lib/domains/engagements/server/sponsoring/work-record';
import type { Mission } from '$lib/domains/missions/mission';
import { missionForWork } from '$lib/domains/missions/server/queries/mission-for-work';
import { organisationCards, type OrganisationCard } from '$lib/domains/organisations/server/queries/organisation-cards';
import { isOpen, whyExcluded, yearOf } from '../programme';
import { findProgramme, staffOf } from './access';
import { findYear } from './budget/year-budget';
import type { ProgrammeDocument } from './programme.model';
import type { StaffDocument } from './staff.model';

export interface Sponsor {
  staff: StaffDocument;
  programme: ProgrammeDocument;
  employer: OrganisationCard;
  /** Minutes still free for her this year: the less of what is left of the budget and of her cap. */
  freeMinutes: number;
}

/** Null for whoever has no employer here, or one whose programme is not open. */
export async function sponsorOf(personId: string, now: Date): Promise<Sponsor | null> {
  const staff = await staffOf(personId);
  if (!staff) return null;
  const [programme, employers, year] = await Promise.all([
    findProgramme(staff.organisationId),
    organisationCards([staff.organisationId]),
    findYear(staff.organisationId, yearOf(now)),
  ]);
  const employer = employers.get(staff.organisationId);
  if (!programme || !isOpen(programme) || employer?.state !== 'verified') return null;
  const free = year?.freeMinutes ?? programme.yearlyMinutes;
  const cap = programme.capMinutes - (year?.people[personId] ?? 0);
  return { staff, programme, employer, freeMinutes: Math.max(0, Math.min(free, cap)) };
}

export interface SponsorableFacts {
  organisationId: string;
  team: string;
  managerEmail: string;
  missionId: string;
  roleTitle: string;
  causes: string[];
  skills: string[];
}

/** A message key, or null. The NGO's own members are not asked here: they cannot apply. */
export function whyNotSponsored(sponsor: Sponsor, mission: Mission, ngoName: string): string | null {
  const { causes, opposingParties } = mission;
  return whyExcluded(sponsor.programme, { causes, opposingParties, ngoName });
}

/** @throws AppError not_found for work of others, refused where no employer, rule or hour allows it */
export async function requireSponsorable(
  ctx: Context,
  applicationId: string,
  minutes: number,
): Promise<SponsorableFacts> {
  const { personId } = requireConfirmed(ctx);
  const work = await workRecord(applicationId);
  if (work?.personId !== personId) throw new AppError('not_found', 'error_not_found');
  const { sponsor, mission } = await partsOf(ctx, work);
  if (!Number.isInteger(minutes) || minutes < 60)
    throw new AppError('invalid', 'sponsorship_refusal_none', { field: 'hours' });
  if (minutes > sponsor.programme.capMinutes)
    throw new AppError('refused', 'sponsorship_refusal_cap', { field: 'hours' });
  const role = mission.roles.find(({ id }) => id === work.roleId);
  return {
    organisationId: sponsor.staff.organisationId,
    team: sponsor.staff.team,
    managerEmail: sponsor.staff.managerEmail,
    missionId: mission._id,
    roleTitle: role?.title ?? '',
    causes: [...mission.causes],
    skills: role?.mustHave.map(({ slug }) => slug) ?? [],
  };
}

async function partsOf(ctx: Context, work: WorkRecord): Promise<{ sponsor: Sponsor; mission: Mission }> {
  const [sponsor, mission, organisations] = await Promise.all([
    sponsorOf(work.personId, ctx.now),
    missionForWork(work.missionId),
    organisationCards([work.organisationId]),
  ]);
  if (!sponsor) throw new AppError('refused', 'sponsorship_refusal_no_programme');
  if (work.standing === 'ended' || !mission) throw new AppError('refused', 'sponsorship_refusal_ended');
  const refusal = whyNotSponsored(sponsor, mission, organisations.get(work.organisationId)?.name ?? '');
  if (refusal) throw new AppError('refused', refusal);
  return { sponsor, mission };
}
