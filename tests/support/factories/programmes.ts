/** Employers with programmes and staff for tests, through the commands. */
import { Missions } from '../../../src/lib/domains/missions/server/mission.model';
import { saveProgramme } from '../../../src/lib/domains/programmes/server/commands/programme/save-programme';
import { signIndependence } from '../../../src/lib/domains/programmes/server/commands/programme/sign-independence';
import { acceptStaffInvitation } from '../../../src/lib/domains/programmes/server/commands/staff/accept-staff-invitation';
import { inviteStaff } from '../../../src/lib/domains/programmes/server/commands/staff/invite-staff';
import { requestSponsorship } from '../../../src/lib/domains/programmes/server/commands/requests/request-sponsorship';
import { ProgrammeYears, type ProgrammeYearDocument } from '../../../src/lib/domains/programmes/server/year.model';
import { Sponsorships, type SponsorshipDocument } from '../../../src/lib/domains/programmes/server/sponsorship.model';
import { yearId } from '../../../src/lib/domains/programmes/budget';
import { yearOf } from '../../../src/lib/domains/programmes/programme';
import type { ProgrammeInput } from '../../../src/lib/domains/programmes/programme-input';
import { now } from '../../../src/lib/server/clock';
import { asPerson, asSystem } from '../contexts';
import { createApplicant, createApplication, type CreatedApplication, type CreatedVolunteer } from './engagements';
import { aRole, createMission, type CreatedMission } from './missions';
import { createVerifiedOrganisation, type CreatedOrganisation, type SomePerson } from './organisations';

export function aProgramme(overrides: Partial<ProgrammeInput> = {}): ProgrammeInput {
  return {
    approval: 'hr',
    yearlyHours: 100,
    capHours: 60,
    excludedCauses: [],
    excludedParties: [],
    domains: [],
    publicName: true,
    version: 0,
    ...overrides,
  };
}

/** Verified, with its rules and its independence signed: open. */
export async function createEmployer(
  rules: Partial<ProgrammeInput> = {},
  person: SomePerson & { country?: 'BE' | 'LU' } = {},
): Promise<CreatedOrganisation> {
  const { country = 'BE', ...owner } = person;
  const employer = await createVerifiedOrganisation({ kind: 'employer', country, owner });
  const ctx = await asPerson(employer.ownerId);
  await saveProgramme(ctx, { ...aProgramme(rules), organisationId: employer.id });
  await signIndependence(ctx, { organisationId: employer.id, name: ctx.actor.name });
  return employer;
}

export interface StaffPlace {
  team?: string;
  managerEmail?: string;
}

/** A volunteer who joined by invitation. */
export async function createStaff(
  employer: { id: string },
  { team = '', managerEmail = '' }: StaffPlace = {},
  person: SomePerson = {},
): Promise<CreatedVolunteer> {
  const volunteer = await createApplicant(person);
  const { token } = await inviteStaff(asSystem(), {
    organisationId: employer.id,
    email: volunteer.email,
    team,
    managerEmail,
  });
  await acceptStaffInvitation(await asPerson(volunteer.id), { token });
  return volunteer;
}

let shared: Promise<CreatedMission> | undefined;
/** One mission with many seats for all requests of a file: what it says does not matter to them. */
async function sharedMission(): Promise<CreatedMission> {
  // The application is loaded once for several files, each of which begins with an empty database.
  const kept = await shared;
  if (kept && (await Missions.exists({ _id: kept.id }))) return kept;
  shared = createMission({ roles: [aRole({ seats: 20 })] });
  return shared;
}

/** Asked for by somebody of the employer's staff; decided at once where the rule is automatic. */
export async function createRequest(
  employer: { id: string },
  options: {
    hours?: number;
    volunteer?: CreatedVolunteer;
    application?: CreatedApplication;
    showsMission?: boolean;
  } = {},
): Promise<CreatedApplication> {
  const volunteer = options.volunteer ?? options.application?.volunteer ?? (await createStaff(employer));
  const application =
    options.application ??
    (await createApplication({ volunteer, ...(options.volunteer ? {} : { mission: await sharedMission() }) }));
  await requestSponsorship(await asPerson(volunteer.id), {
    applicationId: application.id,
    minutes: (options.hours ?? 10) * 60,
    showsMission: options.showsMission ?? false,
    note: '',
  });
  return application;
}

export async function readSponsorship(id: string): Promise<SponsorshipDocument> {
  const found = await Sponsorships.findById(id).lean<SponsorshipDocument>();
  if (!found) throw new Error(`no sponsorship ${id}`);
  return found;
}

export async function readYear(organisationId: string, year = yearOf(now())): Promise<ProgrammeYearDocument> {
  const found = await ProgrammeYears.findById(yearId(organisationId, year)).lean<ProgrammeYearDocument>();
  if (!found) throw new Error(`no year ${year} of ${organisationId}`);
  return found;
}
