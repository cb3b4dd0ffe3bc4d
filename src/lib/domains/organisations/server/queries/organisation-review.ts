/** Everything a moderator needs to decide on one organisation: its texts, its people, checks and possible duplicates. */
import { personCards } from '$lib/domains/accounts/server/queries/person-cards';
import { personContacts } from '$lib/domains/accounts/server/queries/person-contact';
import { requireModerator, type Context } from '$lib/server/context';
import { renderMarkdown } from '$lib/server/markdown';
import type { Flag, MemberRole } from '../../organisation';
import { verificationChecks, whyNotDecide, type VerificationChecks } from '../../verification';
import { seenOf } from '../decide-on-organisation';
import { readOrganisation } from '../organisation-store';
import { toWorkspaceView, type WorkspaceView } from '../organisation.presenter';
import { possibleDuplicates, type PossibleDuplicate } from './possible-duplicates';
import type { HappenedItem } from './workspace';

export interface OrganisationReview {
  organisation: WorkspaceView;
  descriptionHtml: string;
  /** Posted back with a decision. */
  seen: string;
  flags: Flag[];
  members: { personId: string; name: string; email: string; role: MemberRole; since: Date }[];
  checks: VerificationChecks;
  duplicates: PossibleDuplicate[];
  timeline: HappenedItem[];
  /** A member of it may look, not decide. */
  isOwn: boolean;
  mergedInto: { id: string; name: string } | null;
}

export async function organisationReview(ctx: Context, organisationId: string): Promise<OrganisationReview> {
  const moderator = requireModerator(ctx);
  const document = await readOrganisation(organisationId);
  const reachable = await personContacts(document.members.map(({ personId }) => personId));
  const contacts = new Map(reachable.map((contact) => [contact.id, contact]));
  const people = await personCards(document.timeline.flatMap(({ by }) => (by ? [by] : [])));
  const founder = document.members.find(({ role }) => role === 'owner');
  const target = document.mergedInto ? await readOrganisation(document.mergedInto) : null;
  return {
    organisation: toWorkspaceView(document),
    descriptionHtml: document.description ? renderMarkdown(document.description) : '',
    seen: seenOf(document),
    flags: document.flags.map((flag) => ({ ...flag })),
    members: document.members.map(({ personId, role, since }) => {
      const contact = contacts.get(personId);
      return { personId, role, since, name: contact?.name ?? '', email: contact?.email ?? '' };
    }),
    checks: verificationChecks({
      registerNumber: document.registerNumber,
      website: document.website,
      founderEmail: founder ? (contacts.get(founder.personId)?.email ?? null) : null,
    }),
    duplicates: await possibleDuplicates({
      id: document._id,
      name: document.name,
      website: document.website,
      registerNumber: document.registerNumber,
    }),
    timeline: document.timeline
      .map(({ at, what, note, by }) => ({ at, what, note, by: by ? (people.get(by)?.name ?? null) : null }))
      .reverse(),
    isOwn: whyNotDecide(document.members, moderator?.personId ?? null) !== null,
    mergedInto: target ? { id: target._id, name: target.name } : null,
  };
}
