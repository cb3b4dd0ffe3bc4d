/** What the holder of an invitation's link may know: who invites, as what, and whether it is for her. */
import { hashToken } from '$lib/domains/accounts/server/links/secret-token';
import { personCards } from '$lib/domains/accounts/server/queries/person-cards';
import { personContact } from '$lib/domains/accounts/server/queries/person-contact';
import type { Context } from '$lib/server/context';
import { maskEmail } from '$lib/shared/mask-email';
import type { MemberRole } from '../../organisation';
import { Organisations, type OrganisationDocument } from '../organisation.model';

export type InvitationByToken =
  | { standing: 'over' }
  | {
      /** For whom it is: the viewer, a member already, somebody with another address, or a stranger who must come in first. */
      standing: 'yours' | 'member' | 'other_address' | 'unconfirmed' | 'stranger';
      organisation: { name: string; slug: string; city: string; country: string; purpose: string; language: string };
      role: MemberRole;
      invitedBy: string | null;
      /** Masked, so that a forwarded link does not tell an address. */
      invited: string;
      viewerEmail: string | null;
      expiresAt: Date;
    };

export async function invitationByToken(ctx: Context, token: string): Promise<InvitationByToken> {
  const open = await openInvitation(token, ctx.now);
  if (!open) return { standing: 'over' };
  const { document, invitation } = open;
  const viewer = ctx.actor ? await personContact(ctx.actor.personId) : null;
  const inviter = invitation.invitedBy ? (await personCards([invitation.invitedBy])).get(invitation.invitedBy) : null;
  const { name, slug, city, country, purpose, language } = document;
  return {
    standing: standingOf(ctx, document, invitation.email, viewer?.email ?? null),
    organisation: { name, slug, city, country, purpose, language },
    role: invitation.role,
    invitedBy: inviter?.name ?? null,
    invited: maskEmail(invitation.email),
    viewerEmail: viewer?.email ?? null,
    expiresAt: invitation.expiresAt,
  };
}

/** The address that an open invitation went to. */
export async function addressInvited(token: string, now: Date): Promise<string | null> {
  return (await openInvitation(token, now))?.invitation.email ?? null;
}

async function openInvitation(token: string, now: Date) {
  const tokenHash = hashToken(token);
  const document = await Organisations.findOne({ 'invitations.tokenHash': tokenHash }).lean<OrganisationDocument>();
  const invitation = document?.invitations.find((each) => each.tokenHash === tokenHash);
  return document && invitation && invitation.expiresAt > now ? { document, invitation } : null;
}

function standingOf(
  ctx: Context,
  document: Pick<OrganisationDocument, 'members'>,
  invitedEmail: string,
  viewerEmail: string | null,
): 'yours' | 'member' | 'other_address' | 'unconfirmed' | 'stranger' {
  if (!ctx.actor || !viewerEmail) return 'stranger';
  const { personId, confirmed } = ctx.actor;
  if (document.members.some((member) => member.personId === personId)) return 'member';
  if (viewerEmail.toLowerCase() !== invitedEmail) return 'other_address';
  return confirmed ? 'yours' : 'unconfirmed';
}
