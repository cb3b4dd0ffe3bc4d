/** Sends what happened to an application or engagement to the volunteer or to the NGO's editors, each in her language. */
import { m } from '$lib/paraglide/messages.js';
import { getLocale } from '$lib/paraglide/runtime.js';
import { publicOrigin } from '$lib/server/env';
import type { MailContent } from '$lib/server/mail/compose-mail';
import { enqueueMail } from '$lib/server/mail/enqueue-mail';
import { formatInstant } from '$lib/shared/dates';
import { href } from '$lib/shared/href';
import type { Locale } from '$lib/shared/locale';
import type { MailKind } from '$lib/shared/mail-kind';
import { personCards } from '$lib/domains/accounts/server/queries/person-cards';
import { personContact, type PersonContact } from '$lib/domains/accounts/server/queries/person-contact';
import { sightOf } from '$lib/domains/missions/mission.policy';
import type { Mission } from '$lib/domains/missions/mission';
import { missionForWork } from '$lib/domains/missions/server/queries/mission-for-work';
import { memberContacts } from '$lib/domains/organisations/server/queries/member-contacts';
import { isNameWithheld, type ConflictCheck } from '../../application/application';
import { organisationCards } from '$lib/domains/organisations/server/queries/organisation-cards';

export interface About {
  missionId: string;
  roleId: string;
  organisationId: string;
  personId: string;
  /** Of an application: while a possible conflict is undecided, editors do not learn who it is. */
  conflict?: Pick<ConflictCheck, 'state'> | null;
}

/** Names as the recipient may read them. */
export interface Names {
  title: string;
  /** Of the mission, for its address. */
  slug: string;
  role: string;
  ngo: string;
  volunteer: string;
  /** An instant in the recipient's words and time zone. */
  when(at: Date | null): string;
}

export interface Letter {
  /** What caused it: the event's id, or a name that is the same for every event it stands for. */
  cause: string;
  about: About;
  to: 'volunteer' | 'editors';
  /** What it is about, for the wishes of whoever gets it. */
  kind?: MailKind;
  /** Ids of people who are named in it besides the volunteer. */
  names?: readonly string[];
  words(names: Names): MailContent;
}

/** A confidential mission is not named to somebody who was not cleared to read of it. */
function isWithheld(mission: Mission, personId: string): boolean {
  return sightOf(mission, { personId, role: null, moderator: false }, true) === 'anonymised';
}

export async function sendMail({
  cause,
  about,
  to,
  kind = 'work',
  names: alsoNamed = [],
  words,
}: Letter): Promise<void> {
  const mission = await missionForWork(about.missionId);
  if (!mission) return;
  const [organisations, people, recipients] = await Promise.all([
    organisationCards([about.organisationId]),
    personCards([about.personId]),
    recipientsOf(about, to),
  ]);
  const withheld = to === 'volunteer' && isWithheld(mission, about.personId);
  const names = (person: PersonContact): Names => ({
    title: withheld ? m.mission_confidential_title() : mission.title,
    slug: mission.slug,
    role: mission.roles.find(({ id }) => id === about.roleId)?.title ?? m.engagement_role_gone(),
    ngo: withheld ? m.engagement_confidential_ngo() : (organisations.get(about.organisationId)?.name ?? ''),
    volunteer:
      to === 'editors' && isNameWithheld(about)
        ? m.application_name_withheld()
        : (people.get(about.personId)?.name ?? ''),
    when: (at) => (at ? formatInstant(at, getLocale() as Locale, person.timeZone) : ''),
  });
  for (const person of recipients) {
    await enqueueMail({
      key: `${cause}:${to}:${person.id}`,
      to: person.email,
      personId: person.id,
      locale: person.locale,
      category: 'work',
      kind,
      names: [about.personId, ...alsoNamed],
      content: () => ({ greeting: m.mail_greeting({ name: person.name }), ...words(names(person)) }),
    });
  }
}

/** Who is both gets the volunteer's mails only. */
async function recipientsOf(about: About, to: Letter['to']): Promise<PersonContact[]> {
  if (to === 'editors') {
    const editors = await memberContacts(about.organisationId, 'editor');
    return editors.filter(({ id }) => id !== about.personId);
  }
  const volunteer = await personContact(about.personId);
  return volunteer ? [volunteer] : [];
}

export const address = (path: string) => publicOrigin() + href(path);
