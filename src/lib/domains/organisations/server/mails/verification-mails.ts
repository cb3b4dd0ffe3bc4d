/** Mails about the check by moderators: to the owners about each decision, to the moderators about what waits. */
import { moderatorContacts } from '$lib/domains/accounts/server/queries/list-moderators';
import type { PersonContact } from '$lib/domains/accounts/server/queries/person-contact';
import { publicOrigin } from '$lib/server/env';
import { enqueueMail } from '$lib/server/mail/enqueue-mail';
import type { MailContent } from '$lib/server/mail/compose-mail';
import { m } from '$lib/paraglide/messages.js';
import { href } from '$lib/shared/href';
import { Organisations, type OrganisationDocument } from '../organisation.model';
import { memberContacts } from '../queries/member-contacts';

type Named = Pick<OrganisationDocument, '_id' | 'name' | 'slug' | 'review' | 'round'>;

export type OwnerMail = 'verified' | 'changes_requested' | 'suspended' | 'reinstated' | 'merged';
export type ModeratorMail = 'created' | 'resubmitted' | 'flagged';

async function named(id: string): Promise<Named | null> {
  return Organisations.findById(id).select({ name: 1, slug: 1, review: 1, round: 1 }).lean<Named>();
}

const link = (path: string) => publicOrigin() + href(path);

function toOwner(kind: OwnerMail, organisation: Named, person: PersonContact, note: string | null): MailContent {
  const { name, slug } = organisation;
  const workspace = { label: m.mail_organisation_open(), url: link(`/ngo/${slug}`) };
  const letter = {
    greeting: m.mail_greeting({ name: person.name }),
    ...(note ? { quote: note } : {}),
    action: workspace,
  };
  switch (kind) {
    case 'verified':
      return {
        ...letter,
        subject: m.mail_organisation_verified_subject({ organisation: name }),
        paragraphs: [m.mail_organisation_verified_text({ organisation: name }), m.mail_organisation_verified_next()],
      };
    case 'changes_requested':
      return {
        ...letter,
        subject: m.mail_organisation_changes_subject({ organisation: name }),
        paragraphs: [m.mail_organisation_changes_text({ organisation: name }), m.mail_organisation_changes_next()],
        action: { label: m.mail_organisation_changes_action(), url: link(`/ngo/${slug}/settings`) },
      };
    case 'suspended':
      return {
        ...letter,
        subject: m.mail_organisation_suspended_subject({ organisation: name }),
        paragraphs: [m.mail_organisation_suspended_text({ organisation: name }), m.mail_organisation_suspended_next()],
      };
    case 'reinstated':
      return {
        ...letter,
        subject: m.mail_organisation_reinstated_subject({ organisation: name }),
        paragraphs: [m.mail_organisation_reinstated_text({ organisation: name })],
      };
    case 'merged':
      return {
        ...letter,
        subject: m.mail_organisation_merged_subject({ organisation: name }),
        paragraphs: [m.mail_organisation_merged_text({ organisation: name })],
      };
  }
}

/** One mail per owner and event, in the owner's language; `note` is what the moderator wrote. */
export async function mailOwners(
  kind: OwnerMail,
  eventId: string,
  organisationId: string,
  note: string | null,
): Promise<void> {
  const organisation = await named(organisationId);
  if (!organisation) return;
  for (const person of await memberContacts(organisationId, 'owner')) {
    await enqueueMail({
      key: `${eventId}:${person.id}`,
      to: person.email,
      personId: person.id,
      locale: person.locale,
      category: 'work',
      kind: 'organisation',
      content: () => toOwner(kind, organisation, person, note),
    });
  }
}

function subjectFor(kind: ModeratorMail, organisation: string): string {
  if (kind === 'created') return m.mail_organisation_waits_subject({ organisation });
  if (kind === 'resubmitted') return m.mail_organisation_corrected_subject({ organisation });
  return m.mail_organisation_flagged_subject({ organisation });
}

export async function mailModerators(kind: ModeratorMail, eventId: string, organisationId: string): Promise<void> {
  const organisation = await named(organisationId);
  // Whoever was entered for a floor alone asks for no check.
  if (!organisation || organisation.review.state === 'not_asked') return;
  const what = kind === 'resubmitted' && organisation.round === 1 ? 'created' : kind;
  for (const person of await moderatorContacts()) {
    await enqueueMail({
      key: `${eventId}:${person.id}`,
      to: person.email,
      personId: person.id,
      locale: person.locale,
      category: 'alert',
      kind: 'moderation',
      content: () => ({
        subject: subjectFor(what, organisation.name),
        greeting: m.mail_greeting({ name: person.name }),
        paragraphs: [m.mail_organisation_queue_text({ organisation: organisation.name })],
        action: {
          label: m.mail_organisation_queue_action(),
          url: link(`/moderation/organisations/${organisation._id}`),
        },
      }),
    });
  }
}
