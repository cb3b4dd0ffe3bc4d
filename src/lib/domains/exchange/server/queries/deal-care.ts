/** The aftercare of one deal: for its sides, and for the organiser who calls them. */
import { missionAddresses } from '$lib/domains/missions/server/queries/mission-addresses';
import { organisationCards } from '$lib/domains/organisations/server/queries/organisation-cards';
import { requireActor, type Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { FOLLOW_UPS, isRegistered, type FollowUp } from '../../deal/deal';
import { mayActAs } from '../../edition/edition';
import { movesDeal, sidesDisagree } from '../../aftercare/aftercare';
import { whyNotMission } from '../../aftercare/mission-rule';
import { agreed, isShown, whyNotStory } from '../../results/story';
import { rolesOn } from '../access';
import { readAnswerLink } from '../aftercare/answer-link';
import type { DealDocument } from '../deal.model';
import { findDeal } from '../deals/change-deal';
import { registrationsOf, requireSight } from '../deals/parties';
import { Stories, type StoryDocument } from '../results/story.model';
import { toDealLines, type DealLine } from './deals';
import { toEditionCard, type EditionCard } from './editions';

export interface CareParty {
  id: string;
  name: string;
  mine: boolean;
  answer: FollowUp | null;
  note: string;
  answeredAt: string | null;
}

export interface CareMission {
  receiver: string;
  receiverName: string;
  giverName: string;
  what: string;
  /** The mission it became. */
  mission: { slug: string; title: string } | null;
  /** Why the reader cannot begin one; a message key. */
  refusal: string | null;
}

export interface CareStory {
  text: string;
  version: number;
  by: string;
  shown: boolean;
  sides: { id: string; name: string; agreed: boolean; mine: boolean }[];
}

export interface DealCarePage {
  edition: EditionCard;
  deal: DealLine;
  reason: string;
  parties: CareParty[];
  isOrganiser: boolean;
  disagree: boolean;
  missions: CareMission[];
  story: CareStory | null;
  mayTell: boolean;
}

/** @throws AppError not_found for strangers, and before the deal is registered */
export async function dealCarePage(ctx: Context, slug: string, dealId: string): Promise<DealCarePage> {
  requireActor(ctx);
  const { deal, edition } = await findDeal(dealId);
  const own = await requireSight(ctx, deal, edition);
  const isOrganiser = mayActAs(rolesOn(ctx, edition), 'organiser');
  if (edition.slug !== slug || !isRegistered(deal.state) || (own.length === 0 && !isOrganiser))
    throw new AppError('not_found', 'error_not_found');
  const [lines, registrations, story] = await Promise.all([
    toDealLines([deal]),
    registrationsOf(deal.parties),
    Stories.findById(dealId).lean<StoryDocument>(),
  ]);
  const nameOf = (id: string) => registrations.get(id)?.name ?? '–';
  return {
    edition: toEditionCard(edition),
    deal: lines[0] as DealLine,
    reason: deal.reason,
    parties: partiesOf(deal, nameOf, own),
    isOrganiser,
    disagree: sidesDisagree(deal.answers),
    missions: await missionsOf(deal, nameOf, own, (id) => registrations.get(id)?.organisationId ?? ''),
    story: story
      ? {
          ...{ text: story.text, version: story.version, by: nameOf(story.by) },
          shown: isShown(story, deal.parties),
          sides: deal.parties.map((id) => ({
            id,
            name: nameOf(id),
            agreed: agreed(story, id),
            mine: own.includes(id),
          })),
        }
      : null,
    mayTell: own.length > 0 && whyNotStory(deal.state) === null,
  };
}

function partiesOf(deal: DealDocument, nameOf: (id: string) => string, own: readonly string[]): CareParty[] {
  return deal.parties.map((id) => {
    const answer = deal.answers.find(({ registrationId }) => registrationId === id);
    return {
      id,
      name: nameOf(id),
      mine: own.includes(id),
      answer: answer?.step ?? null,
      note: answer?.note ?? '',
      answeredAt: answer?.at.toISOString() ?? null,
    };
  });
}

/** Promises of knowledge only. */
async function missionsOf(
  deal: DealDocument,
  nameOf: (id: string) => string,
  own: readonly string[],
  organisationOf: (id: string) => string,
): Promise<CareMission[]> {
  const legs = deal.legs.filter(({ category }) => category === 'knowledge');
  const [cards, addresses] = await Promise.all([
    organisationCards(legs.map(({ receiver }) => organisationOf(receiver))),
    missionAddresses(deal.missions.map(({ missionId }) => missionId)),
  ]);
  return legs.map((leg) => {
    const card = cards.get(organisationOf(leg.receiver));
    const begun = addresses.get(deal.missions.find(({ receiver }) => receiver === leg.receiver)?.missionId ?? '');
    const isMine = own.includes(leg.receiver);
    const { state } = deal;
    const rule = card ? whyNotMission({ state, category: leg.category, kind: card.kind, standing: card.state }) : null;
    return {
      receiver: leg.receiver,
      receiverName: nameOf(leg.receiver),
      giverName: nameOf(leg.giver),
      what: leg.what,
      // Until it is public, a draft is its organisation's own.
      mission: begun && (isMine || !isDraft(begun.state)) ? { slug: begun.slug, title: begun.title } : null,
      refusal: rule ?? (isMine ? null : 'care_refusal_not_receiver'),
    };
  });
}

const isDraft = (state: string) => ['draft', 'submitted', 'changes_requested', 'rejected'].includes(state);

export interface AnswerLinkPage {
  edition: Pick<EditionCard, 'slug' | 'name'>;
  name: string;
  deal: DealLine;
  answer: FollowUp | null;
  note: string;
  steps: FollowUp[];
}

/** What the link in a mail shows: the deal, and what its side may say. Looking changes nothing. */
export async function answerLinkPage(ctx: Context, slug: string, token: string): Promise<AnswerLinkPage> {
  const link = readAnswerLink(token, ctx.now);
  if (!link) throw new AppError('not_found', 'care_error_link');
  const { deal, edition } = await findDeal(link.dealId);
  if (edition.slug !== slug || !deal.parties.includes(link.registrationId) || !isRegistered(deal.state))
    throw new AppError('not_found', 'care_error_link');
  const [lines, registrations] = await Promise.all([toDealLines([deal]), registrationsOf([link.registrationId])]);
  const given = deal.answers.find(({ registrationId }) => registrationId === link.registrationId);
  return {
    edition: { slug, name: edition.name },
    name: registrations.get(link.registrationId)?.name ?? '–',
    deal: lines[0] as DealLine,
    answer: given?.step ?? null,
    note: given?.note ?? '',
    steps: FOLLOW_UPS.filter((step) => step !== 'never_contacted' || movesDeal(deal.state, step, 'link')),
  };
}
