/** Mails about belonging: the invitation, who joined, who was taken out or has another role. */
import { personByEmail, personContact } from '$lib/domains/accounts/server/queries/person-contact';
import { personCards } from '$lib/domains/accounts/server/queries/person-cards';
import { publicOrigin } from '$lib/server/env';
import type { DomainEvent } from '$lib/server/events';
import { enqueueMail } from '$lib/server/mail/enqueue-mail';
import { m } from '$lib/paraglide/messages.js';
import { DEFAULT_TIME_ZONE, formatDay } from '$lib/shared/dates';
import { href } from '$lib/shared/href';
import { roleName } from '../../organisation-words';
import { Organisations, type OrganisationDocument } from '../organisation.model';
import { memberContacts } from '../queries/member-contacts';
import '../organisation-events';

const link = (path: string) => publicOrigin() + href(path);

export async function mailInvitation(event: DomainEvent<'organisation.member_invited'>): Promise<void> {
  const { organisationId, invitationId, token } = event.payload;
  const organisation = await Organisations.findById(organisationId).lean<OrganisationDocument>();
  const invitation = organisation?.invitations.find(({ id }) => id === invitationId);
  // Revoked before the mail went out: nobody is invited.
  if (!organisation || !invitation) return;
  const known = await personByEmail(invitation.email);
  const inviter = invitation.invitedBy ? (await personCards([invitation.invitedBy])).get(invitation.invitedBy) : null;
  const locale = known?.locale ?? invitation.locale;
  const by = inviter?.name ?? organisation.name;
  await enqueueMail({
    key: `${event.id}:${invitation.email}`,
    to: invitation.email,
    ...(known ? { personId: known.id } : {}),
    locale,
    category: 'work',
    kind: 'organisation',
    // The link is a secret of the mail: it is kept nowhere else.
    inApp: 'no_link',
    names: invitation.invitedBy ? [invitation.invitedBy] : [],
    content: () => ({
      subject: m.mail_invitation_subject({ by, organisation: organisation.name }),
      ...(known ? { greeting: m.mail_greeting({ name: known.name }) } : {}),
      paragraphs: [
        m.mail_invitation_text({ by, organisation: organisation.name, role: roleName(invitation.role) }),
        known ? m.mail_invitation_known() : m.mail_invitation_new(),
      ],
      action: { label: m.mail_invitation_action(), url: link(`/invitations/${token}`) },
      note: m.mail_invitation_note({
        day: formatDay(invitation.expiresAt, locale, known?.timeZone ?? DEFAULT_TIME_ZONE),
      }),
    }),
  });
}

export async function mailMemberJoined(event: DomainEvent<'organisation.member_joined'>): Promise<void> {
  const { organisationId, personId } = event.payload;
  const organisation = await Organisations.findById(organisationId).lean<OrganisationDocument>();
  const joined = (await personCards([personId])).get(personId);
  if (!organisation || !joined) return;
  for (const owner of await memberContacts(organisationId, 'owner')) {
    if (owner.id === personId) continue;
    await enqueueMail({
      key: `${event.id}:${owner.id}`,
      to: owner.email,
      personId: owner.id,
      locale: owner.locale,
      category: 'work',
      kind: 'organisation',
      names: [personId],
      content: () => ({
        subject: m.mail_member_joined_subject({ name: joined.name, organisation: organisation.name }),
        greeting: m.mail_greeting({ name: owner.name }),
        paragraphs: [m.mail_member_joined_text({ name: joined.name, organisation: organisation.name })],
        action: { label: m.mail_member_joined_action(), url: link(`/ngo/${organisation.slug}/members`) },
      }),
    });
  }
}

export async function mailMemberRemoved(event: DomainEvent<'organisation.member_removed'>): Promise<void> {
  const { organisationId, personId } = event.payload;
  const person = await personContact(personId);
  const organisation = await Organisations.findById(organisationId).lean<OrganisationDocument>();
  if (!person || !organisation) return;
  await enqueueMail({
    key: `${event.id}:${personId}`,
    to: person.email,
    personId,
    locale: person.locale,
    category: 'work',
    kind: 'organisation',
    content: () => ({
      subject: m.mail_member_removed_subject({ organisation: organisation.name }),
      greeting: m.mail_greeting({ name: person.name }),
      paragraphs: [m.mail_member_removed_text({ organisation: organisation.name })],
    }),
  });
}

export async function mailMemberRole(event: DomainEvent<'organisation.member_role_changed'>): Promise<void> {
  const { organisationId, personId, by, to } = event.payload;
  if (by === personId) return;
  const person = await personContact(personId);
  const organisation = await Organisations.findById(organisationId).lean<OrganisationDocument>();
  if (!person || !organisation) return;
  await enqueueMail({
    key: `${event.id}:${personId}`,
    to: person.email,
    personId,
    locale: person.locale,
    category: 'work',
    kind: 'organisation',
    content: () => ({
      subject: m.mail_member_role_subject({ organisation: organisation.name }),
      greeting: m.mail_greeting({ name: person.name }),
      paragraphs: [m.mail_member_role_text({ organisation: organisation.name, role: roleName(to) })],
      action: { label: m.mail_organisation_open(), url: link(`/ngo/${organisation.slug}`) },
    }),
  });
}
