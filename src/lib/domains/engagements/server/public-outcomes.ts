/** The shapes in which outcomes leave the server for everyone; names only of people who agreed to be named. */
import { personCards } from '$lib/domains/accounts/server/queries/person-cards';
import type { Mission } from '$lib/domains/missions/mission';
import type { InstitutionCode } from '$lib/domains/missions/subject/institution';
import type { PolicyFile } from '$lib/domains/missions/subject/policy-file';
import { missionsForWork } from '$lib/domains/missions/server/queries/mission-for-work';
import { organisationCards } from '$lib/domains/organisations/server/queries/organisation-cards';
import { totalsOf } from '../hours/hours';
import type { DeciderReply, OutcomeDocument } from '../outcome/outcome';
import { lastTold } from '../outcome/outcome-update';
import type { EngagementDocument } from './engagement.model';

export interface OutcomeUpdateView {
  id: string;
  /** ISO instant. */
  at: string;
  reply: DeciderReply;
  replyDay: string | null;
  text: string;
}

export const updateViews = ({ outcomeUpdates = [] }: EngagementDocument): OutcomeUpdateView[] =>
  outcomeUpdates.map(({ id, at, reply, replyDay, text }) => ({ id, at: at.toISOString(), reply, replyDay, text }));

export interface PublicOutcome {
  /** The engagement's. */
  id: string;
  mission: { slug: string; title: string; language: string; causes: string[]; file: PolicyFile };
  organisation: { slug: string; name: string };
  institution: InstitutionCode | null;
  unit: string;
  /** The decision-maker's role, never a name. */
  personRole: string;
  role: string;
  asked: string;
  submitted: string;
  documents: OutcomeDocument[];
  reply: DeciderReply;
  replyDay: string | null;
  result: string;
  nextStep: string;
  /** What was added since publication, oldest first; `reply` is the latest. */
  updates: OutcomeUpdateView[];
  /** What the reply was when the account was published. */
  firstReply: DeciderReply;
  /** ISO instant of the latest word. */
  updatedAt: string;
  dissent: { text: string; at: string } | null;
  metRole: string;
  metDay: string | null;
  /** Names of those who agreed; empty when nobody did. */
  contributors: string[];
  verifiedMinutes: number;
  /** ISO instant. */
  publishedAt: string;
}

/** Only public missions have public outcomes; the order given is kept. */
export async function toPublicOutcomes(engagements: readonly EngagementDocument[]): Promise<PublicOutcome[]> {
  const named = engagements.filter(({ credit }) => credit === 'named').map(({ personId }) => personId);
  const [missions, organisations, people] = await Promise.all([
    missionsForWork(engagements.map(({ missionId }) => missionId)),
    organisationCards(engagements.map(({ organisationId }) => organisationId)),
    personCards(named),
  ]);
  return engagements.flatMap((engagement) => {
    const mission = missions.get(engagement.missionId);
    const organisation = organisations.get(engagement.organisationId);
    if (!mission || mission.confidentiality !== 'public' || !organisation) return [];
    const name = engagement.credit === 'named' ? people.get(engagement.personId)?.name : undefined;
    return toPublicOutcome(engagement, mission, { slug: organisation.slug, name: organisation.name }, name);
  });
}

function toPublicOutcome(
  engagement: EngagementDocument,
  mission: Mission,
  organisation: PublicOutcome['organisation'],
  contributor: string | undefined,
): PublicOutcome[] {
  const { _id, roleId, outcome, outcomeUpdates = [], dissent, hours, publishedAt } = engagement;
  if (!outcome || !publishedAt) return [];
  const { savedAt: _savedAt, ...told } = outcome;
  return [
    {
      id: _id,
      mission: {
        slug: mission.slug,
        title: mission.title,
        language: mission.language,
        causes: [...mission.causes],
        file: { ...mission.file },
      },
      organisation,
      institution: mission.decider.institution,
      unit: mission.decider.unit,
      personRole: mission.decider.personRole,
      role: mission.roles.find(({ id }) => id === roleId)?.title ?? '',
      ...told,
      documents: told.documents.map(({ label, url }) => ({ label, url })),
      updates: updateViews(engagement),
      firstReply: outcomeUpdates[0]?.before.reply ?? outcome.reply,
      updatedAt: lastTold(publishedAt, outcomeUpdates).toISOString(),
      dissent: dissent ? { text: dissent.text, at: dissent.at.toISOString() } : null,
      contributors: contributor ? [contributor] : [],
      verifiedMinutes: totalsOf(hours).verified,
      publishedAt: publishedAt.toISOString(),
    },
  ];
}
