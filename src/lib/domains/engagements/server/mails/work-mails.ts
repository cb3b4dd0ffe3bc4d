/** The mails along the work: charter, deliveries, pauses and ends, to whoever has the next step. */
import { m } from '$lib/paraglide/messages.js';
import type { DomainEvent, EventType } from '$lib/server/events';
import type { MailContent } from '$lib/server/mail/compose-mail';
import { endKindWords } from '../../engagement/ending-words';
import type { Party } from '../../engagement/engagement';
import { Engagements, type EngagementDocument } from '../engagement.model';
import { address, sendMail, type Letter, type Names } from './send-mail';

export type WorkEventType = Extract<EventType, `engagement.${string}`>;
type Plan = { to: Letter['to']; words: (names: Names) => MailContent };

const plain = ({ title, role, ngo, volunteer }: Names) => ({ title, role, ngo, volunteer });
/** Somebody's signature is what the work waits for. */
const OF_CHARTER = new Set<WorkEventType>(['engagement.proposed', 'engagement.charter_changed', 'engagement.signed']);
const other = (party: Party): Letter['to'] => (party === 'ngo' ? 'volunteer' : 'editors');
const quoted = (text: string | null | undefined) => (text ? { quote: text } : {});

interface Parts {
  to: Letter['to'];
  subject: (n: ReturnType<typeof plain>) => string;
  text: (n: Names) => string;
  path?: string;
  label: () => string;
  quote?: string | null | undefined;
}
const plan = ({ _id }: EngagementDocument, { to, subject, text, path = '', label, quote }: Parts): Plan => ({
  to,
  words: (names) => ({
    subject: subject(plain(names)),
    paragraphs: [text(names)],
    ...quoted(quote),
    action: { label: label(), url: address(`/engagements/${_id}${path}`) },
  }),
});

const lastNote = ({ timeline }: EngagementDocument, what: string) =>
  timeline.findLast((each) => each.what === what)?.note;

function plansFor(event: DomainEvent<WorkEventType>, work: EngagementDocument): Plan[] {
  const open = m.mail_engagement_open;
  const charter = { path: '/charter', label: m.mail_charter_action };
  switch (event.type) {
    case 'engagement.proposed':
      return (['volunteer', 'editors'] as const).map((to) =>
        plan(work, {
          to,
          subject: m.mail_charter_subject,
          text: (n) => (to === 'volunteer' ? m.mail_charter_volunteer(plain(n)) : m.mail_charter_ngo(plain(n))),
          ...charter,
        }),
      );
    case 'engagement.charter_changed':
      return [
        plan(work, {
          to: 'volunteer',
          subject: m.mail_charter_changed_subject,
          text: (n) => m.mail_charter_changed_text(plain(n)),
          ...charter,
        }),
      ];
    case 'engagement.signed': {
      const { party } = event.payload as { party: Party };
      return [
        plan(work, {
          to: other(party),
          subject: party === 'ngo' ? m.mail_signed_by_ngo_subject : m.mail_signed_by_volunteer_subject,
          text: (n) =>
            party === 'ngo' ? m.mail_signed_by_ngo_text(plain(n)) : m.mail_signed_by_volunteer_text(plain(n)),
          ...charter,
        }),
      ];
    }
    case 'engagement.active':
      return (['volunteer', 'editors'] as const).map((to) =>
        plan(work, {
          to,
          subject: m.mail_active_subject,
          text: (n) => (to === 'volunteer' ? m.mail_active_volunteer(plain(n)) : m.mail_active_ngo(plain(n))),
          label: open,
        }),
      );
    case 'engagement.paused':
    case 'engagement.resumed': {
      const { by } = event.payload as { by: Party };
      const paused = event.type === 'engagement.paused';
      return [
        plan(work, {
          to: other(by),
          subject: paused ? m.mail_paused_subject : m.mail_resumed_subject,
          text: (n) => (paused ? m.mail_paused_text(plain(n)) : m.mail_resumed_text(plain(n))),
          label: open,
          quote: paused ? lastNote(work, 'paused') : null,
        }),
      ];
    }
    case 'engagement.delivered':
    case 'engagement.revision': {
      const { deliverableId } = event.payload as { deliverableId: string };
      const item = work.deliverables.find(({ id }) => id === deliverableId);
      const latest = item?.versions.at(-1);
      const delivered = event.type === 'engagement.delivered';
      return [
        plan(work, {
          to: delivered ? 'editors' : 'volunteer',
          subject: delivered ? m.mail_delivered_subject : m.mail_revision_subject,
          text: (n) => {
            const words = { ...plain(n), what: item?.title ?? '' };
            return delivered ? m.mail_delivered_text(words) : m.mail_revision_text(words);
          },
          label: open,
          quote: delivered ? latest?.note : latest?.sentBack,
        }),
      ];
    }
    case 'engagement.accepted':
      return [
        plan(work, {
          to: 'volunteer',
          subject: m.mail_work_accepted_subject,
          text: (n) => m.mail_work_accepted_text(plain(n)),
          label: open,
        }),
        plan(work, {
          to: 'editors',
          subject: m.mail_outcome_asked_subject,
          text: (n) => m.mail_outcome_asked_text({ ...plain(n), due: n.when(work.outcomeDueAt) }),
          path: '/outcome',
          label: m.mail_outcome_action,
        }),
      ];
    case 'engagement.terminated':
      return plansForEnd(work, (event.payload as { by: Party | null }).by);
  }
}

/** Both are told, also whoever ended it; what a mediation ended is told by the mediation. */
function plansForEnd(work: EngagementDocument, by: Party | null): Plan[] {
  if (work.endKind === 'mediated') return [];
  const handedOver = work.endKind === 'handover';
  const until = work.handover?.until;
  const toNgo = (n: Names) =>
    until ? m.mail_handed_over_until({ ...plain(n), day: n.when(until) }) : m.mail_handed_over_ngo(plain(n));
  return (['volunteer', 'editors'] as const).map((to) => {
    const own = by !== null && to !== other(by);
    const sentence = (n: Names) => {
      if (handedOver) return to === 'volunteer' ? m.mail_handed_over_volunteer(plain(n)) : toNgo(n);
      return own ? m.mail_terminated_own(plain(n)) : m.mail_terminated_text(plain(n));
    };
    return plan(work, {
      to,
      subject: handedOver ? m.mail_handed_over_subject : m.mail_terminated_subject,
      text: (n) => {
        if (!work.endKind || handedOver) return sentence(n);
        return `${sentence(n)} ${m.mail_terminated_reason({ reason: endKindWords(work.endKind) })}`;
      },
      path: handedOver ? '/handover' : '',
      label: m.mail_engagement_open,
      quote: work.endReason,
    });
  });
}

export async function mailAboutWork(event: DomainEvent<WorkEventType>): Promise<void> {
  const work = await Engagements.findById(event.payload.engagementId).lean<EngagementDocument>();
  if (!work) return;
  const kind = OF_CHARTER.has(event.type) ? 'charter' : 'work';
  for (const each of plansFor(event, work)) await sendMail({ cause: event.id, about: work, kind, ...each });
}
