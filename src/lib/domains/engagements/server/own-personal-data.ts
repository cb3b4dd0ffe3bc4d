/** What this domain keeps about a person, and what it forgets when she leaves. */
import { systemContext } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { op } from '$lib/server/mongo';
import { registerPersonalData } from '$lib/domains/accounts/server/personal-data';
import { OPEN_STATES, type ApplicationState } from '../application/application';
import type { Charter } from '../charter/charter';
import { STEP_FROM, type EngagementState } from '../engagement/engagement';
import { Applications, type ApplicationDocument } from './application.model';
import { tryMove } from './applications/move-application';
import { CalendarFeeds } from './calendar/calendar-feed.model';
import { changeBySystem } from './change-engagement';
import { Engagements, type EngagementDocument } from './engagement.model';
import { Invitations, type InvitationDocument } from './invitation.model';
import {
  endsWithHer,
  forgetSpeaker,
  forgottenTogether,
  leaving,
  registerTogetherPersonalData,
} from './team/forget-together';

const NOBODY = '—';

export function registerEngagementsPersonalData(): void {
  registerTogetherPersonalData();
  registerPersonalData('engagements.applications', async (personId) => {
    // Why an NGO declined, or went on despite a conflict, is its own record, not hers to read: what it wrote to her is.
    const found = await Applications.find({ personId }, { privateReason: 0, 'conflict.reason': 0 }).lean<
      ApplicationDocument[]
    >();
    return found.length > 0 ? found : null;
  });
  registerPersonalData('engagements.invitations', async (personId) => {
    const found = await Invitations.find({ personId }, { sentBy: 0 }).lean<InvitationDocument[]>();
    return found.length > 0 ? found : null;
  });
  registerPersonalData('engagements.work', async (personId) => {
    // The hash of a supervisor's link is the link's, not hers.
    const hidden = { 'supervision.tokenHash': 0, 'formerSupervisors.tokenHash': 0 };
    const found = await Engagements.find({ personId }, hidden).lean<EngagementDocument[]>();
    return found.length > 0 ? found : null;
  });
}

/** Hours and deliveries are the NGO's record too: they stay as numbers and texts of nobody. Safe to repeat. */
export async function forgetPerson(personId: string, name: string): Promise<void> {
  const ctx = systemContext();
  const open = await Applications.find({
    personId,
    state: op({ $in: [...OPEN_STATES] as ApplicationState[] }),
  }).lean<ApplicationDocument[]>();
  for (const seen of open) {
    const wasOffered = seen.state === 'offered';
    await tryMove(ctx, seen, {
      step: 'withdraw',
      what: 'withdrawn',
      events: [emit('application.withdrawn', { applicationId: seen._id, wasOffered })],
    });
  }
  await Applications.updateMany({ personId }, { $set: { note: '', withdrawReason: '', privateReason: '', reply: '' } });
  await Applications.updateMany({ personId, conflict: op({ $ne: null }) }, { $set: { 'conflict.kinds': [] } });
  await Invitations.deleteMany({ personId });
  await CalendarFeeds.deleteOne({ _id: personId });
  const work = await Engagements.find({ personId }).lean<EngagementDocument[]>();
  for (const { _id } of work) await forgetIn(_id);
  await namelessCharters(personId, name);
  await forgetSpeaker(personId);
}

async function forgetIn(engagementId: string): Promise<void> {
  const ctx = systemContext();
  await changeBySystem(ctx, engagementId, (engagement) => {
    const ends =
      (STEP_FROM.terminate as readonly EngagementState[]).includes(engagement.state) || endsWithHer(engagement);
    const hours = engagement.hours.map((entry) => ({ ...entry, note: '', reason: '' }));
    const end = ends ? leaving(engagement) : { set: {}, entries: [], events: [] };
    return {
      ...end,
      set: {
        ...end.set,
        ...forgottenTogether(engagement, ctx.now),
        hours,
        certificate: null,
        credit: 'anonymous' as const,
      },
    };
  });
}

/** Her name leaves the signatures and the text of her own charters; the fingerprint still proves what was signed. */
async function namelessCharters(personId: string, name: string): Promise<void> {
  for (const filter of [
    { personId },
    { 'charter.signatures.personId': personId },
    { 'charterChange.charter.signatures.personId': personId },
  ]) {
    const found = await Engagements.find(filter).lean<EngagementDocument[]>();
    for (const { _id } of found)
      await changeBySystem(systemContext(), _id, (engagement) => {
        const nameless = (charter: Charter) =>
          withoutName(charter, personId, engagement.personId === personId ? name : '');
        return {
          set: {
            charter: nameless(engagement.charter),
            earlierCharters: engagement.earlierCharters.map(nameless),
            ...(engagement.charterChange
              ? { charterChange: { ...engagement.charterChange, charter: nameless(engagement.charterChange.charter) } }
              : {}),
          },
        };
      });
  }
}

function withoutName(charter: Charter, personId: string, name: string): Charter {
  const blank = (line: string) => (name ? line.replaceAll(name, NOBODY) : line);
  return {
    ...charter,
    signatures: charter.signatures.map((each) => (each.personId === personId ? { ...each, name: NOBODY } : each)),
    sections: charter.sections.map(({ heading, lines }) => ({ heading, lines: lines.map(blank) })),
  };
}
