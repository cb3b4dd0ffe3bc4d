/** What the exchange domain does by itself: gongs and numbers that a crash left out, places, mails, and the timers. */
import { systemContext } from '$lib/server/context';
import { subscribe } from '$lib/server/events';
import { isRegistered, samePromises } from '../deal/deal';
import { findDeal } from './deals/change-deal';
import { numberDeal } from './deals/number-deal';
import { Deals } from './deal.model';
import { Editions } from './edition.model';
import { logCorrection } from './floor/log-correction';
import { strikeGong } from './floor/strike-gong';
import { inviteDelegates } from './aftercare/invite-delegates';
import { IntakeDrafts } from './intake-draft.model';
import { registerExchangeJobs } from './jobs';
import { mailAftercare, mailFormerGuests, mailStory } from './mails/aftercare-mails';
import { mailDeal, mailRegistration, mailStaff } from './mails/exchange-mails';
import { registerExchangePersonalData } from './own-personal-data';
import { subscribePlans } from './plans/subscribe-plans';
import { afterWithdrawal } from './registrations/after-withdrawal';
import { RegistrationDrafts } from './registrations/draft.model';
import { forgetDelegate } from './registrations/forget-delegate';
import { moveUp } from './registrations/places';
import { Registrations } from './registration.model';
import { JuryAwards } from './results/jury-award.model';
import { Stories } from './results/story.model';
import './exchange-events';

function subscribeFloor(): void {
  subscribe('edition.moved', 'exchange.strike-gong', ({ at, payload }) =>
    strikeGong(payload.editionId, payload.state, payload.opening, at),
  );
  subscribe('edition.moved', 'exchange.forget-drafts', async ({ payload }) => {
    // Whoever has not sent it by the closing gong does not come any more.
    if (payload.state === 'floor_closed') await RegistrationDrafts.deleteMany({ editionId: payload.editionId });
  });
  subscribe('deal.registered', 'exchange.number-deal', async ({ at, payload }) => {
    const { deal } = await findDeal(payload.dealId);
    await numberDeal(deal, deal.registeredAt ?? at);
  });
  subscribe('deal.corrected', 'exchange.log-correction', async ({ id, at, payload }) => {
    const { deal } = await findDeal(payload.dealId);
    if (!isRegistered(deal.state)) return;
    await logCorrection(deal, at);
    const before = deal.earlier.find(({ version }) => version === payload.version - 1);
    const after = deal.earlier.find(({ version }) => version === payload.version) ?? deal;
    // Another estimate is nobody's promise: the sides are told where what they promised reads otherwise.
    if (before && !samePromises(before.legs, after.legs)) await mailDeal(id, payload.dealId, 'corrected');
  });
  subscribe('registration.withdrawn', 'exchange.after-withdrawal', ({ payload }) =>
    afterWithdrawal(payload.registrationId),
  );
  subscribe('registration.waitlisted', 'exchange.move-up', async ({ payload }) => {
    const waiting = await Registrations.findById(payload.registrationId).lean<{ editionId: string }>();
    // A place may have come free between the decision and its write.
    if (waiting) await moveUp(systemContext(), waiting.editionId);
  });
}

function subscribeMails(): void {
  for (const what of ['approved', 'waitlisted', 'changes_requested', 'refused'] as const)
    subscribe(`registration.${what}`, 'exchange.mail-editors', ({ id, payload }) =>
      mailRegistration(id, payload.registrationId, what, payload.note),
    );
  subscribe('deal.checked', 'exchange.mail-parties', ({ id, payload }) => mailDeal(id, payload.dealId, 'checked'));
  // After it has its number, which the mail names.
  subscribe('deal.registered', 'exchange.mail-parties', ({ id, payload }) =>
    mailDeal(id, payload.dealId, 'registered'),
  );
  subscribe('deal.rejected', 'exchange.mail-parties', ({ id, payload }) => mailDeal(id, payload.dealId, 'rejected'));
  subscribe('deal.aftercare_due', 'exchange.mail-aftercare', ({ id, payload }) =>
    mailAftercare(id, payload.dealId, payload.kind),
  );
  subscribe('story.told', 'exchange.mail-story', ({ id, payload }) => mailStory(id, payload.dealId, payload.version));
  subscribe('edition.guests_invited', 'exchange.mail-guests', ({ id, payload }) =>
    mailFormerGuests(id, payload.editionId),
  );
  subscribe('edition.staff_appointed', 'exchange.mail-staff', ({ id, payload }) =>
    mailStaff(id, payload.editionId, payload.personId, payload.role),
  );
}

/** Missions that deals became, merged organisations, and people who leave. */
function subscribeOthers(): void {
  subscribe('mission.published', 'exchange.invite-delegates', ({ payload }) => inviteDelegates(payload.missionId));
  subscribe('organisation.merged', 'exchange.move-registrations', async ({ payload }) => {
    for (const one of await Registrations.find({ organisationId: payload.fromId }).lean<
      { _id: string; editionId: string }[]
    >()) {
      // Where both had registered, the two stay as they are: their deals are those of the day.
      const both = await Registrations.exists({ editionId: one.editionId, organisationId: payload.intoId });
      if (!both) await Registrations.updateOne({ _id: one._id }, { $set: { organisationId: payload.intoId } });
    }
  });
  subscribe('account.deleted', 'exchange.forget-person', async ({ payload }) => {
    await Editions.updateMany(
      { 'staff.personId': payload.personId },
      { $pull: { staff: { personId: payload.personId } } },
    );
    await Deals.updateMany({ brokerId: payload.personId }, { $set: { brokerId: null } });
    await IntakeDrafts.deleteMany({ personId: payload.personId });
    await forgetDelegate(payload.email);
    await Stories.updateMany(
      { 'consents.personId': payload.personId },
      { $set: { 'consents.$[one].personId': null } },
      { arrayFilters: [{ 'one.personId': payload.personId }] },
    );
    await Deals.updateMany(
      { 'missions.by': payload.personId },
      { $set: { 'missions.$[one].by': null } },
      { arrayFilters: [{ 'one.by': payload.personId }] },
    );
    await JuryAwards.updateMany({ givenBy: payload.personId }, { $set: { givenBy: null } });
  });
}

export function registerExchangeSubscribers(): void {
  subscribeFloor();
  subscribeMails();
  subscribeOthers();
  subscribePlans();
  registerExchangeJobs();
  registerExchangePersonalData();
}
