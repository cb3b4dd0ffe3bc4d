/** One volunteer and one role of a mission, from the application to the published outcome: each step is an act. */
import { acceptConflict } from '$lib/domains/engagements/server/commands/applications/accept-conflict';
import { acceptOffer } from '$lib/domains/engagements/server/commands/applications/accept-offer';
import { applyForRole } from '$lib/domains/engagements/server/commands/applications/apply-for-role';
import { declineApplication } from '$lib/domains/engagements/server/commands/applications/decline-application';
import { offerRole } from '$lib/domains/engagements/server/commands/applications/offer-role';
import { shortlistApplication } from '$lib/domains/engagements/server/commands/applications/shortlist-application';
import { withdrawApplication } from '$lib/domains/engagements/server/commands/applications/withdraw-application';
import { signCharter } from '$lib/domains/engagements/server/commands/charter/sign-charter';
import { signCharterChange } from '$lib/domains/engagements/server/commands/charter/sign-charter-change';
import { logHours } from '$lib/domains/engagements/server/commands/hours/log-hours';
import { queryHours } from '$lib/domains/engagements/server/commands/hours/query-hours';
import { verifyHours } from '$lib/domains/engagements/server/commands/hours/verify-hours';
import { acceptRoleInvitation } from '$lib/domains/engagements/server/commands/invitations/accept-role-invitation';
import { declineRoleInvitation } from '$lib/domains/engagements/server/commands/invitations/decline-role-invitation';
import { inviteVolunteer } from '$lib/domains/engagements/server/commands/invitations/invite-volunteer';
import { publishOutcome } from '$lib/domains/engagements/server/commands/outcome/publish-outcome';
import { recordDissent } from '$lib/domains/engagements/server/commands/outcome/record-dissent';
import { saveOutcome } from '$lib/domains/engagements/server/commands/outcome/save-outcome';
import { acceptDeliverable } from '$lib/domains/engagements/server/commands/work/accept-deliverable';
import { pauseEngagement } from '$lib/domains/engagements/server/commands/work/pause-engagement';
import { requestRevision } from '$lib/domains/engagements/server/commands/work/request-revision';
import { submitDeliverable } from '$lib/domains/engagements/server/commands/work/submit-deliverable';
import { charterPage } from '$lib/domains/engagements/server/queries/charter/charter-page';
import type { Credit } from '$lib/domains/engagements/engagement/engagement';
import type { HoursKind } from '$lib/domains/engagements/hours/hours';
import type { OutcomeInput } from '$lib/domains/engagements/outcome/outcome-input';
import { clearPerson } from '$lib/domains/missions/server/commands/clear-person';
import { revealMission } from '$lib/domains/missions/server/commands/clearance/reveal-mission';
import { saveVolunteerProfile } from '$lib/domains/volunteers/server/commands/save-volunteer-profile';
import { markRead } from '$lib/domains/messaging/server/commands/mark-read';
import { sendMessage } from '$lib/domains/messaging/server/commands/send-message';
import type { SubjectKind } from '$lib/domains/messaging/thread';
import { now } from '$lib/server/clock';
import type { SignedIn } from '$lib/server/context';
import { isoDay } from '$lib/shared/dates';
import type { Calendar } from '../engine/calendar';
import type { Cast } from '../engine/cast';
import { at } from '../engine/moved-clock';
import type { Act } from '../engine/story';
import type { PlannedMission } from '../missions/mission-acts';
import { publishedAt } from '../missions/mission-schedule';
import { superviseStudent } from './supervise';

/** One piece of work, and its two sides at the moment of the act. */
export interface Work {
  id: string;
  ngo: SignedIn;
  volunteer: SignedIn;
}

export interface Parties {
  calendar: Calendar;
  cast: Cast;
  planned: PlannedMission;
  /** Place of the role in the mission's text. */
  role: number;
  /** Key of the volunteer. */
  volunteer: string;
}

/** Between two steps that would fall together. */
const GAP_MS = 43 * 60_000;

export class Dealing {
  readonly acts: Act[] = [];
  /** Of the application, and of the engagement that it becomes. */
  private id = '';
  private invitationId = '';
  private open: string[] = [];
  private last: Date;
  private credit: Credit | undefined;
  private readonly signers = new Set<'ngo' | 'volunteer'>();
  /** The latest message that has been read, by thread and writer. */
  private readonly lastRead = new Map<string, symbol>();

  constructor(private readonly parties: Parties) {
    this.last = publishedAt(parties.planned.schedule, parties.calendar);
  }

  private get ngo() {
    return this.parties.cast.as(this.parties.planned.author);
  }

  private get volunteer() {
    return this.parties.cast.as(this.parties.volunteer);
  }

  private get role() {
    const { cast, planned, role } = this.parties;
    const { id: missionId, roleIds } = cast.mission(planned.mission.key);
    return { missionId, roleId: roleIds[role] ?? '' };
  }

  /** Never before the step that came before it, and none before the mission is published. */
  private step(days: number, hour: number, what: string, run: () => Promise<unknown>): this {
    const { calendar, planned, volunteer } = this.parties;
    const day = calendar.ago(days, hour);
    // NGOs work in office hours, volunteers in the evening and on weekends too.
    const wanted = hour < 17 ? calendar.onWorkingDay(day) : day;
    this.last = new Date(Math.max(wanted.getTime(), this.last.getTime() + GAP_MS));
    const { key } = planned.mission;
    this.acts.push({ at: this.last, what: `${key}, ${volunteer}: ${what}`, run });
    return this;
  }

  /** Whatever else happens in this work: told who the two are and which it is. */
  then(days: number, hour: number, what: string, run: (work: Work) => Promise<unknown>): this {
    return this.step(days, hour, what, () => run({ id: this.id, ngo: this.ngo, volunteer: this.volunteer }));
  }

  /** She names a client of the last months in her profile. */
  declare(days: number, client: string): this {
    return this.step(days, 19, 'declares an interest', () =>
      saveVolunteerProfile(this.volunteer, {
        section: 'interests',
        version: null,
        values: { interests: [{ kind: 'client', name: client, until: null }] },
      }),
    );
  }

  /** She asks for the names of a confidential mission. */
  reveal(days: number): this {
    return this.step(days, 19, 'asks for the names', () =>
      revealMission(this.volunteer, { missionId: this.role.missionId }),
    );
  }

  /** The NGO goes on despite what her check found. */
  acceptConflict(days: number, reason: string): this {
    return this.step(days, 11, 'is accepted despite a possible conflict', () =>
      acceptConflict(this.ngo, { applicationId: this.id, reason }),
    );
  }

  apply(days: number, note: string, hour = 20): this {
    return this.step(days, hour, 'applies', async () => {
      ({ applicationId: this.id } = await applyForRole(this.volunteer, { ...this.role, note }));
    });
  }

  invite(days: number, message: string): this {
    return this.step(days, 10, 'is invited', async () => {
      const personId = this.volunteer.actor.personId;
      ({ invitationId: this.invitationId } = await inviteVolunteer(this.ngo, { ...this.role, personId, message }));
    });
  }

  acceptInvitation(days: number, note: string): this {
    return this.step(days, 19, 'accepts the invitation', async () => {
      const { invitationId } = this;
      ({ applicationId: this.id } = await acceptRoleInvitation(this.volunteer, { invitationId, note }));
    });
  }

  declineInvitation(days: number, reason: string): this {
    return this.step(days, 19, 'declines the invitation', () =>
      declineRoleInvitation(this.volunteer, { invitationId: this.invitationId, reason }),
    );
  }

  /** Before the charter in the thread of the application, afterwards in that of the engagement. */
  message(days: number, from: 'ngo' | 'volunteer', text: string, kind: SubjectKind = 'application') {
    const [thread, message] = [`${kind} ${from}`, Symbol()];
    // What is a week old has been read: with the last of it, all of it.
    if (days > 7) this.lastRead.set(thread, message);
    return this.step(days, from === 'ngo' ? 11 : 21, `${from} writes`, async () => {
      await sendMessage(from === 'ngo' ? this.ngo : this.volunteer, { kind, subjectId: this.id, text });
      if (this.lastRead.get(thread) === message) await this.read(from === 'ngo' ? 'volunteer' : 'ngo', kind);
    });
  }

  private read(who: 'ngo' | 'volunteer', kind: SubjectKind): Promise<void> {
    const later = new Date(now().getTime() + GAP_MS);
    return at(later, () => markRead(who === 'ngo' ? this.ngo : this.volunteer, { kind, subjectId: this.id }));
  }

  /** The NGO has checked her interests: she may read what a confidential mission is about. */
  clear(days: number): this {
    return this.step(days, 10, 'is cleared', () =>
      clearPerson(this.ngo, { missionId: this.role.missionId, personId: this.volunteer.actor.personId }),
    );
  }

  shortlist(days: number): this {
    return this.step(days, 12, 'is shortlisted', () => shortlistApplication(this.ngo, { applicationId: this.id }));
  }

  offer(days: number, message: string): this {
    return this.step(days, 15, 'is offered the role', () => offerRole(this.ngo, { applicationId: this.id, message }));
  }

  decline(days: number, reason: string, message: string): this {
    return this.step(days, 16, 'is declined', () =>
      declineApplication(this.ngo, { applicationId: this.id, reason, message }),
    );
  }

  withdraw(days: number, reason: string): this {
    return this.step(days, 18, 'withdraws', () =>
      withdrawApplication(this.volunteer, { applicationId: this.id, reason }),
    );
  }

  accept(days: number): this {
    return this.step(days, 19, 'accepts the offer', () => acceptOffer(this.volunteer, { applicationId: this.id }));
  }

  signNgo(days: number): this {
    return this.step(days, 10, 'the NGO signs', () => this.sign('ngo'));
  }

  signVolunteer(days: number, credit: Credit): this {
    return this.step(days, 18, 'signs', () => this.sign('volunteer', credit));
  }

  /** Whoever had signed signs again where a sponsor has made a new version since. */
  private async sign(who: 'ngo' | 'volunteer', credit?: Credit): Promise<void> {
    this.credit = credit ?? this.credit;
    this.signers.add(who);
    const { version } = await charterPage(this.ngo, this.id);
    for (const each of this.signers) {
      const ctx = each === 'ngo' ? this.ngo : this.volunteer;
      await signCharter(ctx, { engagementId: this.id, version, name: ctx.actor.name, credit: this.credit });
    }
    if (this.signers.has('volunteer')) await superviseStudent(this.id, this.ngo, this.volunteer);
  }

  /** The sponsor's promise becomes part of the signed charter when both next have to do with the work. */
  private async signSponsor(): Promise<void> {
    const { change } = await charterPage(this.ngo, this.id);
    if (change?.by !== null) return;
    for (const ctx of [this.volunteer, this.ngo])
      await signCharterChange(ctx, { engagementId: this.id, hash: change.hash, name: ctx.actor.name });
  }

  /** On the day itself, in the evening. */
  hours(days: number, minutes: number, kind: HoursKind, note: string): this {
    return this.step(days, 20, 'logs hours', async () => {
      const day = isoDay(this.volunteer.now);
      const { entryId } = await logHours(this.volunteer, { engagementId: this.id, day, minutes, kind, note });
      this.open.push(entryId);
    });
  }

  /** Everything that is logged and not decided on yet. */
  verify(days: number): this {
    return this.step(days, 9, 'hours are verified', async () => {
      await this.signSponsor();
      await verifyHours(this.ngo, { engagementId: this.id, entryIds: this.open });
      this.open = [];
    });
  }

  /** Asks about the latest entry. */
  query(days: number, reason: string): this {
    return this.step(days, 9, 'hours are queried', async () => {
      const entryId = this.open.pop() ?? '';
      await queryHours(this.ngo, { engagementId: this.id, entryId, reason });
    });
  }

  private deliverable(index: number): string {
    return this.parties.planned.content.deliverables[index]?.id ?? '';
  }

  deliver(days: number, index: number, note: string): this {
    const { key } = this.parties.planned.mission;
    const link = `https://files.example/${key}/${index + 1}`;
    return this.step(days, 17, `delivers part ${index + 1}`, () =>
      submitDeliverable(this.volunteer, {
        engagementId: this.id,
        deliverableId: this.deliverable(index),
        note,
        link,
        text: '',
      }),
    );
  }

  sendBack(days: number, index: number, reason: string): this {
    return this.step(days, 11, `part ${index + 1} is sent back`, () =>
      requestRevision(this.ngo, { engagementId: this.id, deliverableId: this.deliverable(index), reason }),
    );
  }

  acceptWork(days: number, index: number): this {
    return this.step(days, 14, `part ${index + 1} is accepted`, () =>
      acceptDeliverable(this.ngo, { engagementId: this.id, deliverableId: this.deliverable(index) }),
    );
  }

  pause(days: number, reason: string): this {
    return this.step(days, 13, 'the work is paused', () =>
      pauseEngagement(this.ngo, { engagementId: this.id, reason }),
    );
  }

  dissent(days: number, text: string): this {
    return this.step(days, 21, 'dissents', () => recordDissent(this.volunteer, { engagementId: this.id, text }));
  }

  publish(days: number, outcome: OutcomeInput): this {
    return this.step(days, 11, 'the outcome is published', async () => {
      await saveOutcome(this.ngo, { engagementId: this.id, outcome });
      await publishOutcome(this.ngo, { engagementId: this.id });
    });
  }
}
