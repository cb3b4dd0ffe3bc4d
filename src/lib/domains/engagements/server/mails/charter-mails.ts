/** The mails about changes of a charter: to whoever has to sign, and to both when one counts or is over. */
import { m } from '$lib/paraglide/messages.js';
import type { DomainEvent } from '$lib/server/events';
import type { ChangeAuthor } from '../../charter/charter-change';
import type { Party } from '../../engagement/engagement';
import { Engagements, type EngagementDocument } from '../engagement.model';
import { address, sendMail, type Letter, type Names } from './send-mail';

type CharterEvent = DomainEvent<
  | 'charter.sponsored'
  | 'charter.change_proposed'
  | 'charter.change_signed'
  | 'charter.change_agreed'
  | 'charter.change_ended'
>;

interface Words {
  to: readonly Letter['to'][];
  subject: (names: Names) => string;
  text: (names: Names) => string;
  quote?: string | undefined;
}

const BOTH = ['volunteer', 'editors'] as const;
const nameOf = (party: Party, { ngo, volunteer }: Names) => (party === 'ngo' ? ngo : volunteer);
const other = (party: Party) => [party === 'ngo' ? 'volunteer' : 'editors'] as const;

export async function mailAboutCharter(event: CharterEvent): Promise<void> {
  const work = await Engagements.findById(event.payload.engagementId).lean<EngagementDocument>();
  if (!work) return;
  const { to, subject, text, quote } = wordsOf(event, work);
  for (const each of to)
    await sendMail({
      cause: event.id,
      about: work,
      to: each,
      kind: 'charter',
      words: (names) => ({
        subject: subject(names),
        paragraphs: [text(names)],
        ...(quote ? { quote } : {}),
        action: { label: m.mail_charter_action(), url: address(`/engagements/${work._id}/charter`) },
      }),
    });
}

function wordsOf(event: CharterEvent, { charter, charterChange }: EngagementDocument): Words {
  const { payload } = event;
  const employer = (charterChange?.charter ?? charter).terms.sponsor?.employer ?? '';
  switch (event.type) {
    case 'charter.sponsored':
      return {
        to: BOTH,
        subject: ({ title }) => m.mail_charter_changed_subject({ title }),
        text: () =>
          charter.terms.sponsor ? m.mail_charter_sponsored_text({ employer }) : m.mail_charter_unsponsored_text(),
      };
    case 'charter.change_proposed': {
      const { by } = payload as { by: ChangeAuthor };
      const isSide = by === 'ngo' || by === 'volunteer';
      return {
        to: isSide ? other(by) : BOTH,
        subject: ({ title }) => m.mail_change_proposed_subject({ title }),
        text: (names) => {
          if (isSide) return m.mail_change_proposed_text({ name: nameOf(by, names) });
          return by === null ? m.mail_change_sponsor_text({ employer }) : m.mail_change_mediated_text();
        },
        quote: charterChange?.reason,
      };
    }
    case 'charter.change_signed': {
      const { party } = payload as { party: Party };
      return {
        to: other(party),
        subject: ({ title }) => m.mail_change_signed_subject({ title }),
        text: (names) => m.mail_change_signed_text({ name: nameOf(party, names) }),
      };
    }
    case 'charter.change_agreed':
      return {
        to: BOTH,
        subject: ({ title }) => m.mail_change_agreed_subject({ title }),
        text: () => m.mail_change_agreed_text({ version: charter.version }),
      };
    case 'charter.change_ended': {
      const { party, withdrawn, reason } = payload as { party: Party; withdrawn: boolean; reason: string };
      return {
        to: other(party),
        subject: ({ title }) => m.mail_change_ended_subject({ title }),
        text: (names) =>
          withdrawn
            ? m.mail_change_withdrawn_text({ name: nameOf(party, names) })
            : m.mail_change_declined_text({ name: nameOf(party, names) }),
        quote: reason,
      };
    }
  }
}
