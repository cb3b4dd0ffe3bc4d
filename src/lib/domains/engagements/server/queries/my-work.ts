/** All of a person's work: what needs her today, then what she waits for, then what is over. */
import { requireActor, type Context } from '$lib/server/context';
import { membershipsOf } from '$lib/domains/organisations/server/queries/memberships-of';
import { roleAtLeast } from '$lib/domains/organisations/organisation.policy';
import { op } from '$lib/server/mongo';
import { isOpen } from '../../application/application';
import { isMyTurn } from '../../engagement/next-step';
import { Applications, type ApplicationDocument } from '../application.model';
import { Engagements, type EngagementDocument } from '../engagement.model';
import { Invitations, type InvitationDocument } from '../invitation.model';
import { namesOf, type Names } from '../naming';
import { headOf, type EngagementHead } from './engagement-view';
import { applicationItem, type ApplicationItem } from './application-item';
import { ngoTaskCounts } from './ngo-task-counts';

export interface InvitationItem extends Names {
  id: string;
  message: string;
  sentAt: string;
  expiresAt: string;
}

export interface MyWork {
  invitations: InvitationItem[];
  offers: ApplicationItem[];
  /** Engagements whose next step is hers. */
  myTurn: EngagementHead[];
  theirTurn: EngagementHead[];
  applications: ApplicationItem[];
  /** What is over: the latest first. */
  past: { applications: ApplicationItem[]; engagements: EngagementHead[] };
  organisations: { slug: string; name: string; tasks: number }[];
}

const PAST = 20;

export async function myWork(ctx: Context): Promise<MyWork> {
  const { personId } = requireActor(ctx);
  const [invitations, applications, engagements, organisations] = await Promise.all([
    Invitations.find({ personId, state: 'sent', expiresAt: op({ $gt: ctx.now }) })
      .sort({ expiresAt: 1 })
      .lean<InvitationDocument[]>(),
    Applications.find({ personId }).sort({ appliedAt: -1 }).limit(300).lean<ApplicationDocument[]>(),
    Engagements.find({ personId }).sort({ createdAt: -1 }).limit(300).lean<EngagementDocument[]>(),
    myOrganisations(ctx, personId),
  ]);
  const names = await namesOf(ctx, [...invitations, ...applications, ...engagements]);
  const items = applications.map((each) => applicationItem(each, names(each)));
  const heads = engagements.map((each) => headOf(each, names(each), 'volunteer', true));
  const over = (head: EngagementHead) => head.state === 'closed' || head.state === 'terminated';
  const byEnd = (a: EngagementHead, b: EngagementHead) => (a.endDay < b.endDay ? -1 : 1);
  const going = heads.filter((head) => !over(head)).sort(byEnd);
  return {
    invitations: invitations.map((each) => ({
      ...names(each),
      id: each._id,
      message: each.message,
      sentAt: each.sentAt.toISOString(),
      expiresAt: each.expiresAt.toISOString(),
    })),
    offers: items.filter(({ state }) => state === 'offered'),
    myTurn: going.filter(({ next }) => isMyTurn(next)),
    theirTurn: going.filter(({ next }) => !isMyTurn(next)),
    applications: items.filter(({ state }) => isOpen(state) && state !== 'offered'),
    past: {
      applications: items.filter(({ state }) => !isOpen(state) && state !== 'accepted').slice(0, PAST),
      engagements: heads.filter(over).slice(0, PAST),
    },
    organisations,
  };
}

async function myOrganisations(ctx: Context, personId: string): Promise<MyWork['organisations']> {
  const memberships = await membershipsOf(personId);
  const editing = memberships.filter(({ role }) => roleAtLeast(role, 'editor'));
  const counts = await ngoTaskCounts(editing.map(({ organisationId }) => organisationId));
  return memberships.map(({ organisationId, slug, name }) => ({ slug, name, tasks: counts.get(organisationId) ?? 0 }));
}
