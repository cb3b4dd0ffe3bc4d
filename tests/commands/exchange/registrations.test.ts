/** Registrations: sending, drafts, decisions, the last place, the waiting list, withdrawing, and leaving the platform. */
import { afterEach, describe, expect, it } from 'vitest';
import { deleteAccount } from '../../../src/lib/domains/accounts/server/commands/delete-account';
import { personalDataOf } from '../../../src/lib/domains/accounts/server/personal-data';
import { registrationDraftForm } from '../../../src/lib/domains/exchange/registration/draft';
import { enterOrganisation } from '../../../src/lib/domains/exchange/server/commands/organisations/enter-organisation';
import { approveRegistrations } from '../../../src/lib/domains/exchange/server/commands/registrations/approve-registrations';
import { decideRegistration } from '../../../src/lib/domains/exchange/server/commands/registrations/decide-registration';
import { keepDraft } from '../../../src/lib/domains/exchange/server/commands/registrations/keep-draft';
import { saveRegistration } from '../../../src/lib/domains/exchange/server/commands/registrations/save-registration';
import { withdrawRegistration } from '../../../src/lib/domains/exchange/server/commands/registrations/withdraw-registration';
import { registrationsToDecide } from '../../../src/lib/domains/exchange/server/queries/desk/to-decide';
import { editOrganisation } from '../../../src/lib/domains/organisations/server/commands/edit-organisation';
import { organisationsToVerify } from '../../../src/lib/domains/organisations/server/queries/organisations-to-verify';
import { workspaceOf } from '../../../src/lib/domains/organisations/server/queries/workspace';
import { registrationQueue } from '../../../src/lib/domains/exchange/server/queries/desk/queue';
import { editionPage } from '../../../src/lib/domains/exchange/server/queries/editions';
import { ownRegistrationPage } from '../../../src/lib/domains/exchange/server/queries/registrations';
import { personContact } from '../../../src/lib/domains/accounts/server/queries/person-contact';
import { membershipsOf } from '../../../src/lib/domains/organisations/server/queries/memberships-of';
import { auditList } from '../../../src/lib/domains/moderation/server/queries/audit-list';
import { auditFilterOf } from '../../../src/lib/domains/moderation/audit';
import { setClock } from '../../../src/lib/server/clock';
import { atOnce } from '../../support/at-once';
import { asPerson, asStranger } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import {
  aDelegate,
  anItem,
  createEdition,
  createRegistration,
  insertSubmitted,
  readEdition,
  readRegistration,
} from '../../support/factories/exchange';
import { createPerson, PASSWORD } from '../../support/factories/accounts';
import { createMember, createPendingOrganisation, createSomePerson } from '../../support/factories/organisations';

afterEach(() => setClock());
afterEach(drainAll);

const content = (organisationId: string, rev = 0) => ({
  organisationId,
  rev,
  items: [anItem()],
  delegates: [aDelegate()],
});

describe('sending a registration', () => {
  it('is for editors of an organisation of any kind, once, while registration is open', async () => {
    const edition = await createEdition();
    const person = await createSomePerson();
    const ctx = await asPerson(person.id);
    const entered = await enterOrganisation(ctx, edition.slug, {
      name: `Service club ${person.id}`,
      kind: 'service_club',
      country: 'BE',
      city: 'Ghent',
      website: null,
      purpose: 'We bring people of every trade together to help the town.',
      different: true,
    });
    expect((await membershipsOf(person.id))[0]).toMatchObject({ organisationId: entered.id, kind: 'other' });
    const moderator = await asPerson((await createSomePerson({ platformRoles: ['moderator'] })).id);
    const inQueue = async () => (await organisationsToVerify(moderator, 500)).some(({ id }) => id === entered.id);
    expect(await inQueue()).toBe(false);
    const sent = await atOnce(
      Array.from({ length: 4 }, () => () => saveRegistration(ctx, edition.slug, content(entered.id))),
    );
    expect(new Set(sent.map((one) => (one.status === 'fulfilled' ? one.value.id : one.status))).size).toBe(1);

    // What waits for an organiser, in all her editions at once; others have no such queue.
    const waiting = await registrationsToDecide(await edition.byOrganiser(), 500);
    expect(waiting.waiting.filter(({ edition: of }) => of.slug === edition.slug)).toHaveLength(1);
    expect((await registrationsToDecide(ctx, 500)).organises).toBe(false);
    // It asks to be checked by completing its page.
    const { organisation, role } = await workspaceOf(ctx, (await membershipsOf(person.id))[0]!.slug);
    expect(role).toBe('owner');
    await editOrganisation(ctx, {
      ...organisation.texts,
      organisationId: entered.id,
      version: organisation.version,
      means: 'What our members pay.',
    });
    expect(await inQueue()).toBe(true);

    const other = await createPendingOrganisation();
    await expect(saveRegistration(asStranger(), edition.slug, content(other.id))).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    await expect(saveRegistration(ctx, edition.slug, content(other.id))).rejects.toMatchObject({ code: 'not_found' });
    const viewer = await createMember(other, 'viewer');
    await expect(saveRegistration(await asPerson(viewer.id), edition.slug, content(other.id))).rejects.toMatchObject({
      code: 'forbidden',
    });
    const owner = await asPerson(other.ownerId);
    await expect(saveRegistration(owner, 'no-such-edition', content(other.id))).rejects.toMatchObject({
      code: 'not_found',
    });
    const wrong = { ...content(other.id), delegates: [aDelegate({ from: '18:00', until: '17:00' })] };
    await expect(saveRegistration(owner, edition.slug, wrong)).rejects.toMatchObject({
      reason: 'registration_refusal_presence',
    });
    const unknown = { ...content(other.id), items: [anItem({ category: 'knowledge', skills: ['no-such-skill'] })] };
    await expect(saveRegistration(owner, edition.slug, unknown)).rejects.toMatchObject({ code: 'refused' });
    const closed = await createEdition({}, 'closed');
    await expect(saveRegistration(owner, closed.slug, content(other.id))).rejects.toMatchObject({
      reason: 'registration_refusal_closed',
    });
  });

  it('keeps a draft that only the organisation sees, until it is sent, and never over a sent one', async () => {
    const edition = await createEdition();
    const organisation = await createPendingOrganisation();
    const ctx = await asPerson(organisation.ownerId);
    const typed = { rev: '0', items: [{ title: 'Half a sent', estimate: '-5' }], delegates: [{ name: 'A' }] };
    const draft = { ...registrationDraftForm.parse(typed), organisationId: organisation.id };
    await keepDraft(ctx, edition.slug, draft);
    await keepDraft(ctx, edition.slug, draft);
    const page = await ownRegistrationPage(ctx, edition.slug, organisation.id);
    expect(page.registration).toBeNull();
    expect(page.draft?.items[0]).toMatchObject({ title: 'Half a sent', estimate: '-5' });
    expect((await registrationQueue(await edition.byOrganiser(), edition.slug, 'submitted')).entries).toEqual([]);
    const drafts = async () => (await editionPage(ctx, edition.slug)).mine.map(({ hasDraft }) => hasDraft);
    expect(await drafts()).toEqual([true]);
    const stranger = await asPerson((await createSomePerson()).id);
    await expect(keepDraft(stranger, edition.slug, draft)).rejects.toMatchObject({ code: 'not_found' });

    await saveRegistration(ctx, edition.slug, content(organisation.id));
    expect((await ownRegistrationPage(ctx, edition.slug, organisation.id)).draft).toBeNull();
    expect(await drafts()).toEqual([false]);
    await expect(keepDraft(ctx, edition.slug, draft)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('refuses the second of two editors who save at once, and keeps the moment of a consent', async () => {
    setClock(new Date('2027-01-10T10:00:00Z'));
    const edition = await createEdition();
    const made = await createRegistration(edition, { delegates: [aDelegate({ photoConsent: true })], approved: false });
    const first = await readRegistration(made.id);
    expect(first.delegates[0]?.photoConsentAt?.toISOString()).toBe('2027-01-10T10:00:00.000Z');
    setClock(new Date('2027-01-11T10:00:00Z'));
    const again = {
      organisationId: made.organisation.id,
      rev: first.rev,
      items: first.items,
      delegates: first.delegates.map((one) => ({ ...one, name: 'Ada' })),
    };
    const ctx = await made.byMember();
    const saved = await atOnce([1, 2].map(() => () => saveRegistration(ctx, edition.slug, again)));
    expect(saved.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const after = await readRegistration(made.id);
    expect(after.delegates[0]).toMatchObject({ name: 'Ada', id: made.delegateId });
    expect(after.delegates[0]?.photoConsentAt?.toISOString()).toBe('2027-01-10T10:00:00.000Z');
    const taken = {
      ...again,
      rev: after.rev,
      delegates: after.delegates.map((one) => ({ ...one, photoConsent: false })),
    };
    await saveRegistration(await made.byMember(), edition.slug, taken);
    expect((await readRegistration(made.id)).delegates[0]?.photoConsentAt).toBeNull();
  });
});

describe('deciding', () => {
  it('is the organiser’s, with a reason where one is owed, and is written into the audit log', async () => {
    const edition = await createEdition();
    const made = await createRegistration(edition, { approved: false });
    const organiser = await edition.byOrganiser();
    const order = { registration: made.id, decision: 'approve' as const, note: '' };
    const other = await asPerson((await createSomePerson()).id);
    await expect(decideRegistration(other, edition.slug, order)).rejects.toMatchObject({ code: 'not_found' });
    await expect(decideRegistration(organiser, edition.slug, { ...order, decision: 'refuse' })).rejects.toMatchObject({
      reason: 'registration_refusal_note',
      field: 'note',
    });
    await decideRegistration(organiser, edition.slug, { ...order, decision: 'request_changes', note: 'Say how many.' });
    await saveRegistration(await made.byMember(), edition.slug, content(made.organisation.id, 2));
    expect((await readRegistration(made.id)).state).toBe('submitted');
    await decideRegistration(organiser, edition.slug, order);
    await expect(decideRegistration(organiser, edition.slug, order)).rejects.toMatchObject({ code: 'conflict' });
    await drainAll();
    const owner = await personContact(made.organisation.ownerId);
    const mails = (await mailTo(owner?.email ?? '')).map(({ text }) => text).join('\n');
    expect(mails).toContain('Say how many.');
    const log = await auditList(organiser, auditFilterOf(new URLSearchParams({ about: `registration:${made.id}` })));
    expect(log.lines.map(({ kind }) => kind)).toEqual(['registration.approved', 'registration.changes_requested']);
  });

  it('never gives more places than there are, to 20 at once, singly and in bulk', async () => {
    const edition = await createEdition({ capacity: 3 });
    const all = await insertSubmitted(edition, 20);
    const organiser = await edition.byOrganiser();
    await atOnce<unknown>([
      ...all
        .slice(0, 10)
        .map(
          (id) => () =>
            decideRegistration(organiser, edition.slug, { registration: id, decision: 'approve', note: '' }),
        ),
      () => approveRegistrations(organiser, edition.slug, { registrations: all.slice(10) }),
    ]);
    await drainAll();
    const states = await Promise.all(all.map(async (id) => (await readRegistration(id)).state));
    expect(states.filter((state) => state === 'approved')).toHaveLength(3);
    expect(states.filter((state) => state === 'waitlisted')).toHaveLength(17);
    expect((await readEdition(edition.id)).places).toHaveLength(3);
    await expect(approveRegistrations(organiser, edition.slug, { registrations: [] })).rejects.toMatchObject({
      reason: 'registration_refusal_none_chosen',
    });
    const stranger = await asPerson((await createSomePerson()).id);
    await expect(approveRegistrations(stranger, edition.slug, { registrations: all })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('lets whoever waits move up by itself, with a mail, when somebody withdraws', async () => {
    const edition = await createEdition({ capacity: 2 });
    const first = await createRegistration(edition);
    await createRegistration(edition);
    const waits = await createRegistration(edition);
    expect((await readRegistration(waits.id)).state).toBe('waitlisted');
    const withdraw = async () => withdrawRegistration(await first.byMember(), edition.slug, { registration: first.id });
    await withdraw();
    await withdraw();
    await drainAll();
    expect((await readRegistration(waits.id)).state).toBe('approved');
    expect((await readEdition(edition.id)).places).toHaveLength(2);
    const owner = await personContact(waits.organisation.ownerId);
    const said = (await mailTo(owner?.email ?? '')).map(({ text }) => text).join('\n');
    expect(said).toContain('has a place at');
    await expect(
      withdrawRegistration(await first.byMember(), edition.slug, { registration: waits.id }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('what is personal', () => {
  it('never shows an address, is exported to whose it is, and goes with her account', async () => {
    const person = await createPerson();
    const edition = await createEdition();
    const made = await createRegistration(edition, {
      delegates: [aDelegate({ name: 'Grace', email: person.email, isPublic: true }), aDelegate({ name: 'Hidden' })],
    });
    const shown = JSON.stringify([
      await editionPage(asStranger(), edition.slug),
      await registrationQueue(await edition.byOrganiser(), edition.slug, 'approved'),
    ]);
    expect(shown).toContain('Grace');
    expect(shown).not.toContain(person.email);
    expect(JSON.stringify(await editionPage(asStranger(), edition.slug))).not.toContain('Hidden');
    const data = await personalDataOf(person.id);
    expect(JSON.stringify(data['exchange.delegate'])).toContain('Grace');
    await deleteAccount(await asPerson(person.id), { current_password: PASSWORD });
    await drainAll();
    const after = await readRegistration(made.id);
    expect(after.delegates.map(({ name, email, isPublic }) => ({ name, email, isPublic }))).toEqual([
      { name: '–', email: '', isPublic: false },
      { name: 'Hidden', email: '', isPublic: false },
    ]);
  });
});
