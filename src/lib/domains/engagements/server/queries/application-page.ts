/** One application for its page: the same for both sides, each with what is hers to see and to do. */
import { requireActor, type Context } from '$lib/server/context';
import { personCards } from '$lib/domains/accounts/server/queries/person-cards';
import { roleAtLeast } from '$lib/domains/organisations/organisation.policy';
import { requireMember } from '$lib/domains/organisations/server/queries/require-member';
import { labelIn } from '$lib/domains/skills/labels';
import { skillLabels } from '$lib/domains/skills/server/queries/skill-labels';
import { supervisorName } from '$lib/domains/volunteers/server/queries/supervisor-name';
import { volunteerCards } from '$lib/domains/volunteers/server/queries/volunteer-cards';
import {
  isNameWithheld,
  isOpen,
  whyNotStep,
  type ApplicationState,
  type ApplicationStep,
  type ConflictCheck,
  type EndCause,
} from '../../application/application';
import type { ApplicationDocument } from '../application.model';
import type { InterestKind } from '$lib/domains/volunteers/volunteer';
import type { Party } from '../../engagement/engagement';
import { findApplication, partyOf } from '../access';
import { waitingPlace } from '../applications/waiting-place';
import { Invitations, type InvitationDocument } from '../invitation.model';
import { namesOf, type Names } from '../naming';

export interface ApplicantView {
  headline: string;
  country: string | null;
  hoursPerWeek: number | null;
  skills: { slug: string; label: string; level: number }[];
  languages: { code: string; level: string }[];
  /** Who answers for a student's work. */
  supervisor: string | null;
}

export interface ApplicationPage extends Names {
  id: string;
  side: Party;
  state: ApplicationState;
  note: string;
  /** The NGO's words to her when it invited her. */
  invitation: string | null;
  reply: string;
  /** For the NGO alone. */
  privateReason: string;
  withdrawReason: string;
  endCause: EndCause | null;
  appliedAt: string;
  dueAt: string | null;
  /** Her place in the line, 1 is next; null while she does not wait. */
  place: number | null;
  /** The steps that the reader may take now. */
  steps: ApplicationStep[];
  /** What the check found, and what was decided; the reason is for the NGO alone. */
  conflict: { state: ConflictCheck['state']; kinds: InterestKind[]; reason: string; at: string | null } | null;
  /** The reader does not learn who it is before she has decided on a possible conflict. */
  withheld: boolean;
  mayDecideConflict: boolean;
  /** For the NGO. */
  applicant: ApplicantView | null;
  timeline: { what: string; at: string; by: string | null }[];
}

const NGO_STEPS = ['shortlist', 'offer', 'take_back_offer', 'decline'] as const;
const VOLUNTEER_STEPS = ['accept', 'withdraw'] as const;

/** @throws AppError not_found for strangers */
export async function applicationPage(ctx: Context, id: string): Promise<ApplicationPage> {
  requireActor(ctx);
  const application = await findApplication(id);
  const side = await partyOf(ctx, application);
  const withheld = side === 'ngo' && isNameWithheld(application);
  const [names, people, applicant, invitation, mayAct, place] = await Promise.all([
    namesOf(ctx, [application]),
    personCards(application.timeline.flatMap(({ by }) => (by ? [by] : []))),
    side === 'ngo' && !withheld ? applicantView(ctx, application.personId) : null,
    application.invitationId ? Invitations.findById(application.invitationId).lean<InvitationDocument>() : null,
    side === 'volunteer' || isEditor(ctx, application.organisationId),
    waitingPlace(application),
  ]);
  const ngoSide = side === 'ngo';
  const possible: readonly ApplicationStep[] = ngoSide ? NGO_STEPS : VOLUNTEER_STEPS;
  return {
    ...names(application),
    id,
    side,
    state: application.state,
    note: withheld ? '' : application.note,
    invitation: invitation?.message ?? null,
    reply: application.reply,
    privateReason: ngoSide ? application.privateReason : '',
    withdrawReason: application.withdrawReason,
    endCause: application.endCause,
    appliedAt: application.appliedAt.toISOString(),
    dueAt: application.dueAt?.toISOString() ?? null,
    place,
    steps: mayAct ? stepsOf(application, possible) : [],
    conflict: conflictView(application, ngoSide),
    withheld,
    mayDecideConflict: withheld && mayAct && isOpen(application.state),
    applicant,
    timeline: application.timeline.map(({ what, at, by }) => ({
      what,
      at: at.toISOString(),
      by: by && !(withheld && by === application.personId) ? (people.get(by)?.name ?? null) : null,
    })),
  };
}

function stepsOf(application: ApplicationDocument, possible: readonly ApplicationStep[]): ApplicationStep[] {
  const held = isNameWithheld(application);
  return possible.filter(
    (step) => whyNotStep(application.state, step) === null && !(held && (step === 'shortlist' || step === 'offer')),
  );
}

function conflictView({ conflict }: ApplicationDocument, ngoSide: boolean): ApplicationPage['conflict'] {
  if (!conflict || conflict.state === 'none') return null;
  const { state, kinds, reason, at } = conflict;
  return { state, kinds: ngoSide ? [...kinds] : [], reason: ngoSide ? reason : '', at: at?.toISOString() ?? null };
}

async function isEditor(ctx: Context, organisationId: string): Promise<boolean> {
  return roleAtLeast((await requireMember(ctx, organisationId, 'viewer')).role, 'editor');
}

/** Whoever applies shows the NGO her card, whatever her profile's visibility. */
async function applicantView(ctx: Context, personId: string): Promise<ApplicantView | null> {
  const [cards, supervisor] = await Promise.all([volunteerCards([personId]), supervisorName(personId)]);
  const card = cards.get(personId);
  if (!card) return null;
  const labels = await skillLabels(
    ctx,
    card.skills.map(({ slug }) => slug),
  );
  return {
    headline: card.headline,
    country: card.country,
    hoursPerWeek: card.hoursPerWeek,
    skills: card.skills.map(({ slug, level }) => {
      const label = labels.get(slug);
      return { slug, level, label: label ? labelIn(label.labels, ctx.locale) : slug };
    }),
    languages: card.languages,
    supervisor,
  };
}
