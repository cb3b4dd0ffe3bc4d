/** When the mission that a deal became is public, the giver's delegates who are volunteers are asked for its role. */
import { personByEmail } from '$lib/domains/accounts/server/queries/person-contact';
import { personCards } from '$lib/domains/accounts/server/queries/person-cards';
import { inviteVolunteer } from '$lib/domains/engagements/server/commands/invitations/invite-volunteer';
import { missionForWork } from '$lib/domains/missions/server/queries/mission-for-work';
import { matchVolunteers } from '$lib/domains/volunteers/server/queries/match-volunteers';
import { m } from '$lib/paraglide/messages.js';
import type { SignedIn } from '$lib/server/context';
import { systemContext } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { Deals, type DealDocument } from '../deal.model';
import { Editions, type EditionDocument } from '../edition.model';
import { registrationsOf } from '../deals/parties';

/** Repeats harmlessly: the same person is asked for the same role once. Whoever cannot be asked is left alone. */
export async function inviteDelegates(missionId: string): Promise<void> {
  const deal = await Deals.findOne({ 'missions.missionId': missionId }).lean<DealDocument>();
  const begun = deal?.missions.find((one) => one.missionId === missionId);
  const leg = deal?.legs.find(({ receiver }) => receiver === begun?.receiver);
  const mission = await missionForWork(missionId);
  const role = mission?.roles[0];
  if (!deal || !begun || !leg || !role) return;
  const giver = (await registrationsOf([leg.giver])).get(leg.giver);
  const edition = await Editions.findById(deal.editionId).lean<EditionDocument>();
  const ctx = begun.by ? await inTheNameOf(begun.by) : null;
  if (!giver || !edition || !ctx) return;
  for (const { email } of giver.delegates) {
    const person = email ? await personByEmail(email) : null;
    const [volunteer] = person ? await matchVolunteers([person.id]) : [];
    if (!person || volunteer?.state !== 'active') continue;
    const words = { number: deal.number ?? 0, edition: edition.name, what: leg.what };
    const message = m.care_invitation_message(words, { locale: person.locale });
    try {
      const invitation = { missionId, roleId: role.id, personId: person.id, message };
      await inviteVolunteer(ctx, invitation, `deal:${deal._id}:${person.id}`);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
}

/** Whoever pressed the button asked for it; whether she still may is asked again by the command. */
async function inTheNameOf(personId: string): Promise<SignedIn | null> {
  const person = (await personCards([personId])).get(personId);
  if (!person) return null;
  const actor = { personId, name: person.name, platformRoles: [], confirmed: true, sessionId: null };
  return { ...systemContext(), actor, system: false };
}
