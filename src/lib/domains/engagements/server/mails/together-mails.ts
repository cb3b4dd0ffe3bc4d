/** The mails about handovers, pauses that are over, thanks, and to whoever leads a team. */
import { m } from '$lib/paraglide/messages.js';
import type { DomainEvent } from '$lib/server/events';
import { personCards } from '$lib/domains/accounts/server/queries/person-cards';
import { Engagements, type EngagementDocument } from '../engagement.model';
import { mayName } from '../../team/team';
import { leadOf } from '../team/team.model';
import { tell } from './tell';

const read = (id: string) => Engagements.findById(id).lean<EngagementDocument>();
const HANDOVER = '/handover';

type HandoverEvent = 'handover.proposed' | 'handover.refused' | 'handover.withdrawn';

export async function mailAboutHandover({ id, type, payload }: DomainEvent<HandoverEvent>): Promise<void> {
  const work = await read(payload.engagementId);
  if (!work?.handover) return;
  const { handover } = work;
  const label = m.mail_handover_action;
  if (type === 'handover.proposed')
    return tell(id, work, {
      ...{ to: 'editors', path: HANDOVER, label, quote: handover.next },
      ...{ subject: m.mail_handover_proposed_subject, text: m.mail_handover_proposed_text },
    });
  if (type === 'handover.refused')
    return tell(id, work, {
      ...{ to: 'volunteer', path: HANDOVER, label, quote: handover.answer },
      ...{ subject: m.mail_handover_refused_subject, text: m.mail_handover_refused_text },
    });
  return tell(id, work, {
    ...{ to: 'editors', label: m.mail_engagement_open },
    ...{ subject: m.mail_handover_withdrawn_subject, text: m.mail_handover_withdrawn_text },
  });
}

export async function mailPauseOver({ id, payload }: DomainEvent<'pause.over'>): Promise<void> {
  const work = await read(payload.engagementId);
  if (work?.state !== 'paused') return;
  for (const to of ['volunteer', 'editors'] as const)
    await tell(id, work, {
      ...{ to, label: m.mail_engagement_open },
      ...{ subject: m.mail_pause_over_subject, text: m.mail_pause_over_text },
    });
}

export async function mailThanks({ id, payload }: DomainEvent<'thanks.written'>): Promise<void> {
  const work = await read(payload.engagementId);
  const written = work?.thanks?.[payload.by];
  if (!work || !written || written.agreedAt) return;
  const toVolunteer = payload.by === 'ngo';
  await tell(id, work, {
    to: toVolunteer ? 'volunteer' : 'editors',
    ...{ path: '/feedback', label: m.mail_thanks_action, quote: written.text, kind: 'outcomes' },
    subject: toVolunteer ? m.mail_thanks_ngo_subject : m.mail_thanks_volunteer_subject,
    text: toVolunteer ? m.mail_thanks_ngo_text : m.mail_thanks_volunteer_text,
  });
}

/** Who leads is told once; when it is taken back, nobody is. */
export async function mailLeadNamed({ id, payload }: DomainEvent<'team.lead_named'>): Promise<void> {
  const work = payload.engagementId ? await read(payload.engagementId) : null;
  if (!work) return;
  await tell(id, work, {
    ...{ to: 'volunteer', path: '/team', label: m.mail_team_action },
    ...{ subject: m.mail_lead_subject, text: m.mail_lead_text },
  });
}

type CopiedEvent = 'engagement.active' | 'engagement.delivered' | 'engagement.accepted' | 'engagement.terminated';

const COPY_WORDS: Record<CopiedEvent, (words: { name: string }) => string> = {
  'engagement.active': m.mail_copy_active,
  'engagement.delivered': m.mail_copy_delivered,
  'engagement.accepted': m.mail_copy_accepted,
  'engagement.terminated': m.mail_copy_terminated,
};

/** A copy for whoever leads the mission's team, with the name of the other only where she may know it. */
export async function copyToLead({ id, type, payload }: DomainEvent<CopiedEvent>): Promise<void> {
  const work = await read(payload.engagementId);
  const leadId = work && (await leadOf(work.missionId));
  if (!work || !leadId || leadId === work._id) return;
  const lead = await read(leadId);
  if (!lead || lead.personId === work.personId || lead.state === 'terminated') return;
  // Whoever has a seat on a mission reads it in full.
  const reader = { personId: lead.personId, side: 'volunteer' as const, state: lead.state, cleared: true };
  const nameOf = mayName(reader, work) ? await nameOfPerson(work.personId) : null;
  const words = () => ({ name: nameOf ?? m.team_member_unnamed() });
  await tell(`${id}:lead`, lead, {
    ...{ to: 'volunteer', path: '/team', label: m.mail_team_action },
    subject: m.mail_copy_subject,
    text: () => COPY_WORDS[type](words()),
  });
}

async function nameOfPerson(personId: string): Promise<string | null> {
  return (await personCards([personId])).get(personId)?.name ?? null;
}
