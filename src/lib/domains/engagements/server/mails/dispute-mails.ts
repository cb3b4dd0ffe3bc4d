/** The mails of a mediation: to the other side, to the moderator who has it, and to all who could take it. */
import { m } from '$lib/paraglide/messages.js';
import type { DomainEvent, EventType } from '$lib/server/events';
import { enqueueMail } from '$lib/server/mail/enqueue-mail';
import { moderatorContacts } from '$lib/domains/accounts/server/queries/list-moderators';
import { personContact, type PersonContact } from '$lib/domains/accounts/server/queries/person-contact';
import { organisationCards } from '$lib/domains/organisations/server/queries/organisation-cards';
import type { Party } from '../../engagement/engagement';
import { otherParty, type Dispute } from '../../mediation/dispute';
import { resolutionWords } from '../../mediation/dispute-words';
import { Engagements, type EngagementDocument } from '../engagement.model';
import { isImpartial } from '../mediation/mediator';
import { address, type Letter } from './send-mail';
import { tell, type Told } from './tell';

export type DisputeEventType = Extract<EventType, `dispute.${string}`>;

const sideOf = (party: Party): Letter['to'] => (party === 'ngo' ? 'editors' : 'volunteer');
const BOTH = ['volunteer', 'editors'] as const;
const here = { path: '/mediation', label: m.mail_dispute_action } as const;

export async function mailAboutDispute(event: DomainEvent<DisputeEventType>): Promise<void> {
  const { engagementId, disputeId } = event.payload;
  const work = await Engagements.findById(engagementId).lean<EngagementDocument>();
  const dispute = work?.disputes?.find(({ id }) => id === disputeId);
  if (!work || !dispute) return;
  for (const told of toSides(event, dispute)) await tell(event.id, work, told);
  const desk = forDesk(event, dispute);
  if (!desk) return;
  for (const person of await deskOf(work, dispute)) await toModerator(event.id, work, person, desk);
}

function toSides(event: DomainEvent<DisputeEventType>, dispute: Dispute): Told[] {
  const other = sideOf(otherParty(dispute.by));
  const opener = sideOf(dispute.by);
  switch (event.type) {
    case 'dispute.opened':
      return [
        {
          ...here,
          to: other,
          subject: m.mail_dispute_opened_subject,
          text: m.mail_dispute_opened_text,
          quote: dispute.reason,
        },
        { ...here, to: opener, subject: m.mail_dispute_opened_subject, text: m.mail_dispute_opened_own },
      ];
    case 'dispute.answered':
      return [
        {
          ...{ ...here, to: opener, quote: dispute.answer?.text },
          ...{ subject: m.mail_dispute_answered_subject, text: m.mail_dispute_answered_text },
        },
      ];
    case 'dispute.withdrawn':
      return [{ ...here, to: other, subject: m.mail_dispute_withdrawn_subject, text: m.mail_dispute_withdrawn_text }];
    case 'dispute.taken':
      return BOTH.map((to) => ({
        ...{ ...here, to, subject: m.mail_dispute_taken_subject, text: m.mail_dispute_taken_text },
      }));
    case 'dispute.message': {
      const { messageId } = event.payload as { messageId: string };
      const message = dispute.messages.find(({ id }) => id === messageId);
      const sides = BOTH.filter((to) => message && (message.from === 'moderator' || to !== sideOf(message.from)));
      return sides.map((to) => ({
        ...{ ...here, to, quote: message?.text, kind: 'messages' as const },
        ...{ subject: m.mail_dispute_message_subject, text: m.mail_dispute_message_text },
      }));
    }
    case 'dispute.proposed': {
      const proposal = dispute.proposals.at(-1);
      return BOTH.map((to) => ({
        ...{ ...here, to, quote: proposal?.words, subject: m.mail_dispute_proposed_subject },
        text: (names) =>
          m.mail_dispute_proposed_text({
            ...names,
            what: proposal ? resolutionWords(proposal.resolution).label : '',
          }),
      }));
    }
    case 'dispute.proposal_answered': {
      const { party, accepted } = event.payload as { party: Party; accepted: boolean };
      return [
        {
          ...{ ...here, to: sideOf(otherParty(party)) },
          subject: accepted ? m.mail_proposal_yes_subject : m.mail_proposal_no_subject,
          text: accepted ? m.mail_proposal_yes_text : m.mail_proposal_no_text,
        },
      ];
    }
    case 'dispute.closed': {
      const { resolution } = dispute;
      return BOTH.map((to) => ({
        ...{ ...here, to, quote: dispute.decision || dispute.proposals.at(-1)?.words },
        subject: m.mail_dispute_closed_subject,
        text: (names) =>
          m.mail_dispute_closed_text({ ...names, what: resolution ? resolutionWords(resolution).label : '' }),
      }));
    }
    default:
      return [];
  }
}

type Desk = { subject: (words: { ngo: string }) => string; text: () => string; quote?: string | undefined };

/** What the moderators hear of: a new one, and what happens in the one that somebody has. */
function forDesk(event: DomainEvent<DisputeEventType>, dispute: Dispute): Desk | null {
  switch (event.type) {
    case 'dispute.opened':
      return { subject: m.mail_desk_opened_subject, text: m.mail_desk_opened_text };
    case 'dispute.given_back':
      return { subject: m.mail_desk_given_back_subject, text: m.mail_desk_opened_text };
    case 'dispute.answered':
      return { subject: m.mail_desk_news_subject, text: m.mail_desk_answered_text, quote: dispute.answer?.text };
    case 'dispute.withdrawn':
      return { subject: m.mail_desk_news_subject, text: m.mail_desk_withdrawn_text };
    case 'dispute.message': {
      const { messageId } = event.payload as { messageId: string };
      const message = dispute.messages.find(({ id }) => id === messageId);
      if (!message || message.from === 'moderator') return null;
      return { subject: m.mail_desk_news_subject, text: m.mail_desk_message_text, quote: message.text };
    }
    case 'dispute.proposal_answered': {
      const { accepted } = event.payload as { accepted: boolean };
      return { subject: m.mail_desk_news_subject, text: accepted ? m.mail_desk_yes_text : m.mail_desk_no_text };
    }
    default:
      return null;
  }
}

/** Whoever has it; while nobody has, every moderator who is on neither side. */
async function deskOf(work: EngagementDocument, { moderatorId }: Dispute): Promise<PersonContact[]> {
  if (moderatorId) {
    const one = await personContact(moderatorId);
    return one ? [one] : [];
  }
  const all = await moderatorContacts();
  const impartial = await Promise.all(all.map(({ id }) => isImpartial(id, work)));
  return all.filter((_, index) => impartial[index]);
}

async function toModerator(cause: string, work: EngagementDocument, person: PersonContact, desk: Desk): Promise<void> {
  const ngo = (await organisationCards([work.organisationId])).get(work.organisationId)?.name ?? '';
  await enqueueMail({
    key: `${cause}:desk:${person.id}`,
    to: person.email,
    personId: person.id,
    locale: person.locale,
    category: 'alert',
    kind: 'moderation',
    content: () => ({
      subject: desk.subject({ ngo }),
      greeting: m.mail_greeting({ name: person.name }),
      paragraphs: [desk.text()],
      ...(desk.quote ? { quote: desk.quote } : {}),
      action: { label: m.mail_desk_action(), url: address(`/moderation/disputes/${work._id}`) },
    }),
  });
}
