/** One engagement for its pages, the same for both sides; and what the reader may do on them. */
import { now } from '$lib/server/clock';
import { isoDay } from '$lib/shared/dates';
import { requireActor, type Context } from '$lib/server/context';
import { personCards } from '$lib/domains/accounts/server/queries/person-cards';
import { roleAtLeast } from '$lib/domains/organisations/organisation.policy';
import { requireMember } from '$lib/domains/organisations/server/queries/require-member';
import type { FileRef } from '$lib/shared/file-ref';
import { hasSigned } from '../../charter/charter';
import type { DeliveredVersion, DeliverableState } from '../../delivery/delivery';
import { hasVerifiedHours, type EndKind } from '../../engagement/ending';
import {
  mayStep,
  STEP_FROM,
  type Credit,
  type EngagementState,
  type EngagementStep,
  type Party,
} from '../../engagement/engagement';
import { nextStep, type NextStep } from '../../engagement/next-step';
import { totalsOf, type HoursTotals } from '../../hours/hours';
import { paceOf, type Pace } from '../../plan/plan';
import { findEngagement, partyOf } from '../access';
import type { EngagementDocument } from '../engagement.model';
import { handedOverTo } from '../handover/earlier-notes';
import { namesOf, type Names } from '../naming';

export interface EngagementHead extends Names {
  id: string;
  side: Party;
  /** False for viewers of the NGO, who only read. */
  mayAct: boolean;
  state: EngagementState;
  next: NextStep;
  steps: EngagementStep[];
  createdAt: string;
  startedAt: string | null;
  endDay: string;
  outcomeDueAt: string | null;
  publishedAt: string | null;
  endReason: string;
  endKind: EndKind | null;
  /** While it is paused: by which side, why and until when. */
  pause: { by: Party; reason: string; until: string | null; at: string } | null;
  supervised: boolean;
  credit: Credit | null;
  totals: HoursTotals;
  /** Hours both sides expect. */
  expectedHours: number;
  /** How it stands against its plan, in days. */
  pace: Pick<Pace, 'state' | 'days'>;
}

export interface DeliverableView {
  id: string;
  title: string;
  detail: string;
  state: DeliverableState;
  versions: (Omit<DeliveredVersion, 'at' | 'formKey' | 'file'> & { at: string; file: FileRef | null })[];
}

export interface EngagementPage extends EngagementHead {
  charter: { version: number; signed: Party[] };
  deliverables: DeliverableView[];
  timeline: { what: string; at: string; by: string | null; note: string | null }[];
  hasOutcome: boolean;
  /** Whether a handover waits, and how many notes of earlier ones there are to read. */
  handover: { isProposed: boolean; earlier: number };
}

/** The document with the head of its pages, for somebody on either side. @throws AppError not_found for strangers */
export async function engagementFor(ctx: Context, id: string) {
  requireActor(ctx);
  const engagement = await findEngagement(id);
  const side = await partyOf(ctx, engagement);
  const mayAct =
    side === 'volunteer' || roleAtLeast((await requireMember(ctx, engagement.organisationId, 'viewer')).role, 'editor');
  return { engagement, head: headOf(engagement, (await namesOf(ctx, [engagement]))(engagement), side, mayAct) };
}

export function headOf(engagement: EngagementDocument, names: Names, side: Party, mayAct: boolean): EngagementHead {
  const { state } = engagement;
  const all = Object.keys(STEP_FROM) as EngagementStep[];
  const pace = paceOf(engagement.plan ?? [], isoDay(now()), engagement.deliverables);
  return {
    ...names,
    id: engagement._id,
    side,
    mayAct,
    state,
    next: nextStep(engagement, side),
    steps: mayAct ? all.filter((step) => mayTake(step, engagement)) : [],
    createdAt: engagement.createdAt.toISOString(),
    startedAt: engagement.startedAt?.toISOString() ?? null,
    endDay: engagement.charter.terms.endDay,
    outcomeDueAt: engagement.outcomeDueAt?.toISOString() ?? null,
    publishedAt: engagement.publishedAt?.toISOString() ?? null,
    endReason: engagement.endReason,
    endKind: engagement.endKind ?? null,
    pause: state === 'paused' ? pauseView(engagement) : null,
    supervised: engagement.supervised ?? false,
    credit: engagement.credit,
    totals: totalsOf(engagement.hours),
    expectedHours: engagement.charter.terms.hours,
    pace: { state: pace.state, days: pace.days },
  };
}

/** Work that ended early is certified where there are verified hours. */
function mayTake(step: EngagementStep, { state, hours }: EngagementDocument): boolean {
  if (step === 'certify' && state === 'terminated') return hasVerifiedHours(hours);
  return mayStep(state, step);
}

function pauseView({ pause }: EngagementDocument): EngagementHead['pause'] {
  return pause ? { by: pause.by, reason: pause.reason, until: pause.until, at: pause.at.toISOString() } : null;
}

export async function engagementPage(ctx: Context, id: string): Promise<EngagementPage> {
  const { engagement, head } = await engagementFor(ctx, id);
  const people = await personCards(engagement.timeline.flatMap(({ by }) => (by ? [by] : [])));
  return {
    ...head,
    charter: {
      version: engagement.charter.version,
      signed: (['volunteer', 'ngo'] as const).filter((party) => hasSigned(engagement.charter, party)),
    },
    deliverables: engagement.deliverables.map(({ versions, ...rest }) => ({
      ...rest,
      versions: versions.map(({ number, note, link, text, file, at, sentBack }) => ({
        number,
        note,
        link,
        text,
        file: file ? { ...file } : null,
        at: at.toISOString(),
        sentBack,
      })),
    })),
    timeline: engagement.timeline.map(({ what, at, by, note }) => ({
      what,
      at: at.toISOString(),
      by: by ? (people.get(by)?.name ?? null) : null,
      note,
    })),
    hasOutcome: engagement.outcome !== null,
    handover: {
      isProposed: engagement.handover?.state === 'proposed',
      earlier: (await handedOverTo(engagement)).length,
    },
  };
}
