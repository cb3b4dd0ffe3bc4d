/** A student's supervisor signs as soon as the student has: named as her profile says, by the link that is mailed. */
import { coSignCharter } from '$lib/domains/engagements/server/commands/team/co-sign-charter';
import { nameSupervisor } from '$lib/domains/engagements/server/commands/team/name-supervisor';
import { releaseSupervisor } from '$lib/domains/engagements/server/commands/team/release-supervisor';
import { resendSupervisorLink } from '$lib/domains/engagements/server/commands/team/resend-supervisor-link';
import { teamPage } from '$lib/domains/engagements/server/queries/together/team-page';
import { charterPage } from '$lib/domains/engagements/server/queries/charter/charter-page';
import { studentOf } from '$lib/domains/volunteers/server/queries/supervisor-name';
import type { SignedIn } from '$lib/server/context';

/** Nothing for whoever is no student, and where the supervisor has signed what stands now. */
export async function superviseStudent(engagementId: string, ngo: SignedIn, volunteer: SignedIn): Promise<void> {
  const { supervised, supervision } = await teamPage(volunteer, engagementId);
  if (!supervised || supervision?.isSigned) return;
  const named = (await studentOf(volunteer.actor.personId))?.supervisor;
  if (!named) throw new Error(`no supervisor of ${volunteer.actor.name}`);
  const token = supervision
    ? (await resendSupervisorLink(volunteer, { engagementId })).token
    : await ask(engagementId, ngo, volunteer, named);
  const { version } = await charterPage(volunteer, engagementId);
  // Whoever holds the link signs, with or without an account.
  await coSignCharter({ ...ngo, actor: null }, { token: token ?? '', version, name: named.name });
}

async function ask(
  engagementId: string,
  ngo: SignedIn,
  volunteer: SignedIn,
  { name, email }: { name: string; email: string },
): Promise<string | null> {
  const { locale } = volunteer;
  const about = {
    en: { function: 'Professor of public law', institution: 'Faculty of Law' },
    fr: { function: 'Professeure de droit public', institution: 'Faculté de droit' },
    nl: { function: 'Hoogleraar publiekrecht', institution: 'Faculteit Rechten' },
  }[locale];
  const { token } = await nameSupervisor(volunteer, { engagementId, name, email, locale, ...about });
  if (token) return token;
  const id = (await teamPage(ngo, engagementId)).supervision?.id ?? '';
  return (await releaseSupervisor(ngo, { engagementId, supervisionId: id })).token;
}
