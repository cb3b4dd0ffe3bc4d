/** One engagement for its pages, the same for both sides; and what the reader may do on them. */
import { requireActor, type Context } from '$lib/server/context';
import { personCards } from '$lib/domains/accounts/server/queries/person-cards';
import { personContact } from '$lib/domains/accounts/server/queries/person-contact';
import { roleAtLeast } from '$lib/domains/organisations/organisation.policy';
import { requireMember } from '$lib/domains/organisations/server/queries/require-member';
import { isoDay } from '$lib/shared/dates';
import type { FileRef } from '$lib/shared/file-ref';
import { type CharterSection, type CharterTerms, hasSigned } from '../../charter/charter';
import { differenceOf, type DiffLine } from '../../charter/charter-diff';
import type { DeliveredVersion, DeliverableState } from '../../delivery/delivery';
import {
  mayStep,
  STEP_FROM,
  type Credit,
  type EngagementState,
  type EngagementStep,
  type Party,
} from '../../engagement/engagement';
import { nextStep, type NextStep } from '../../engagement/next-step';
import { totalsOf, whyNotChange, type HoursKind, type HoursState, type HoursTotals } from '../../hours/hours';
import type { Outcome } from '../../outcome/outcome';
import { findEngagement, partyOf } from '../access';
import type { EngagementDocument } from '../engagement.model';
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
  credit: Credit | null;
  totals: HoursTotals;
  /** Hours both sides expect. */
  expectedHours: number;
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
  return {
    ...names,
    id: engagement._id,
    side,
    mayAct,
    state,
    next: nextStep(engagement, side),
    steps: mayAct ? all.filter((step) => mayStep(state, step)) : [],
    createdAt: engagement.createdAt.toISOString(),
    startedAt: engagement.startedAt?.toISOString() ?? null,
    endDay: engagement.charter.terms.endDay,
    outcomeDueAt: engagement.outcomeDueAt?.toISOString() ?? null,
    publishedAt: engagement.publishedAt?.toISOString() ?? null,
    endReason: engagement.endReason,
    credit: engagement.credit,
    totals: totalsOf(engagement.hours),
    expectedHours: engagement.charter.terms.hours,
  };
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
  };
}

export interface CharterPage extends EngagementHead {
  version: number;
  hash: string;
  writtenAt: string;
  sections: CharterSection[];
  terms: CharterTerms;
  signatures: { party: Party; name: string; at: string; hash: string }[];
  /** Against the version before; null for the first. */
  difference: DiffLine[] | null;
  iSigned: boolean;
}

export async function charterPage(ctx: Context, id: string): Promise<CharterPage> {
  const { engagement, head } = await engagementFor(ctx, id);
  const { charter, earlierCharters } = engagement;
  const before = earlierCharters.at(-1);
  const linesOf = (sections: readonly CharterSection[]) =>
    sections.flatMap(({ heading, lines }) => [heading, ...lines]);
  return {
    ...head,
    version: charter.version,
    hash: charter.hash,
    writtenAt: charter.writtenAt.toISOString(),
    sections: charter.sections.map(({ heading, lines }) => ({ heading, lines: [...lines] })),
    terms: { ...charter.terms, deliverables: charter.terms.deliverables.map((each) => ({ ...each })) },
    signatures: charter.signatures.map(({ party, name, at, hash }) => ({ party, name, at: at.toISOString(), hash })),
    difference: before ? differenceOf(linesOf(before.sections), linesOf(charter.sections)) : null,
    iSigned: hasSigned(charter, head.side),
  };
}

export interface HoursEntryView {
  id: string;
  day: string;
  minutes: number;
  kind: HoursKind;
  note: string;
  state: HoursState;
  reason: string;
  /** Whether the volunteer may still correct it. */
  mayChange: boolean;
}

export interface HoursPage extends EngagementHead {
  /** The latest day first. */
  entries: HoursEntryView[];
  today: string;
  began: string;
}

export async function hoursPage(ctx: Context, id: string): Promise<HoursPage> {
  const { engagement, head } = await engagementFor(ctx, id);
  const timeZone = (await personContact(engagement.personId))?.timeZone;
  return {
    ...head,
    entries: engagement.hours
      .map(({ id: entryId, day, minutes, kind, note, state, reason, loggedAt }) => ({
        ...{ id: entryId, day, minutes, kind, note, state, reason },
        mayChange: whyNotChange({ state, loggedAt }, ctx.now) === null,
      }))
      .sort((a, b) => (a.day === b.day ? (a.id < b.id ? 1 : -1) : a.day < b.day ? 1 : -1)),
    today: isoDay(ctx.now, timeZone),
    began: isoDay(engagement.startedAt ?? engagement.createdAt, timeZone),
  };
}

export interface OutcomeEditPage extends EngagementHead {
  outcome: Omit<Outcome, 'savedAt'> | null;
  dissent: string;
}

export async function outcomeEditPage(ctx: Context, id: string): Promise<OutcomeEditPage> {
  const { engagement, head } = await engagementFor(ctx, id);
  const { outcome, dissent } = engagement;
  // Until it is published, a draft is the NGO's own.
  const shown = outcome && (head.side === 'ngo' || engagement.state === 'closed') ? outcome : null;
  if (!shown) return { ...head, outcome: null, dissent: dissent?.text ?? '' };
  const { savedAt: _savedAt, documents, ...rest } = shown;
  return {
    ...head,
    outcome: { ...rest, documents: documents.map(({ label, url }) => ({ label, url })) },
    dissent: dissent?.text ?? '',
  };
}
