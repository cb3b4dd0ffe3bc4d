/** What the exchange keeps about a person: her tasks on floors, where she comes as a delegate, and the deals she wrote down. */
import { personContact } from '$lib/domains/accounts/server/queries/person-contact';
import { registerPersonalData } from '$lib/domains/accounts/server/personal-data';
import { Deals, type DealDocument } from './deal.model';
import { Editions, type EditionDocument } from './edition.model';
import { IntakeDrafts, type IntakeDraftDocument } from './intake-draft.model';
import { Registrations, type RegistrationDocument } from './registration.model';
import { Stories, type StoryDocument } from './results/story.model';

export function registerExchangePersonalData(): void {
  registerPersonalData('exchange.tasks', async (personId) => {
    const found = await Editions.find({ 'staff.personId': personId }).lean<EditionDocument[]>();
    return found.map(({ name, staff }) => ({
      edition: name,
      roles: staff.filter((one) => one.personId === personId).map(({ role }) => role),
    }));
  });
  registerPersonalData('exchange.delegate', async (personId) => {
    const email = (await personContact(personId))?.email;
    if (!email) return null;
    const found = await Registrations.find({ 'delegates.email': email }).lean<RegistrationDocument[]>();
    return found.map(({ name, delegates, checkedInAt, leftAt }) => ({
      organisation: name,
      delegates: delegates.filter((one) => one.email === email),
      arrivedAt: checkedInAt,
      leftAt,
    }));
  });
  registerPersonalData('exchange.deals', async (personId) => {
    const found = await Deals.find({ brokerId: personId }).lean<DealDocument[]>();
    return found.map(({ _id, number, createdAt }) => ({ dealId: _id, number, writtenDownAt: createdAt }));
  });
  registerPersonalData('exchange.stories', async (personId) => {
    const found = await Stories.find({ 'consents.personId': personId }).lean<StoryDocument[]>();
    return found.map(({ _id, text, consents }) => ({
      dealId: _id,
      text,
      agreedAt: consents.find((one) => one.personId === personId)?.at ?? null,
    }));
  });
  registerPersonalData('exchange.intake_drafts', async (personId) => {
    const found = await IntakeDrafts.find({ personId }).lean<IntakeDraftDocument[]>();
    return found.map(({ title, fields, savedAt }) => ({ title, typed: fields, savedAt }));
  });
}
